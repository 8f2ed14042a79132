-- The respondents with their raked weight.
-- Grain: respondent. Reads sample, factors (cell, factor). METHOD.md §3.
select sample.* replace (sample.entering * factors.factor as weight)
from sample
inner join factors on sample.cell = factors.cell
