-- How many respondents scored both of two domains.
-- Grain: pair of domains (a < b). Reads rating_scores. METHOD.md §8.
select first.domain as a, second.domain as b, count(*)::integer as n
from rating_scores as first
inner join rating_scores as second on first.respondent = second.respondent and first.domain < second.domain
group by first.domain, second.domain
