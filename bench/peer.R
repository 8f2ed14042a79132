# The work of inference.ts in R: CPU seconds as JSON. Needs the package survey.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "adjust")
args <- commandArgs(TRUE)
d <- read.csv(args[1])
d$y <- (d$q - 1) / 9 * 100
cpu <- function(work) { t <- system.time(work); unname(t[1] + t[2] + t[4] + t[5]) }
means <- cpu({
  design <- svydesign(ids = ~respondent, strata = ~stratum, weights = ~w, data = d)
  svyby(~y, ~company, design, svymean)
})
p <- d[!duplicated(d$respondent), ]
n <- sum(p$w)
raking <- cpu({
  shares <- function(name, of) setNames(data.frame(paste0(substr(name, 1, 1), seq_along(of) - 1), of * n), c(name, "Freq"))
  rake(svydesign(ids = ~1, weights = ~w, data = p), list(~age, ~gender, ~region),
    list(shares("age", c(.2, .25, .25, .3)), shares("gender", c(.505, .495)), shares("region", c(.36, .14, .26, .14, .1))),
    control = list(maxit = 100, epsilon = 1e-8))
})
cat(sprintf('{"means": %.4f, "raking": %.4f}\n', means, raking))
