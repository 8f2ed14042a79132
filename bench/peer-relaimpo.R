# LMG of so many drivers by relaimpo, once a matrix: CPU seconds of one regression as JSON. Needs the package relaimpo.
suppressPackageStartupMessages(library(relaimpo))
arguments <- as.integer(commandArgs(TRUE))
p <- arguments[1]
times <- arguments[2]
r <- matrix(.4, p + 1, p + 1)
diag(r) <- 1
t <- system.time(for (i in seq_len(times)) calc.relimp(r, type = "lmg"))
cat(sprintf('{"lmg": %.6f}\n', unname(t[1] + t[2]) / times))
