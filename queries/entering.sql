-- The respondents with the weight that enters the raking as a share of the largest.
-- Grain: respondent. Reads sample. METHOD.md §3.
select * replace (entering / (select max(entering) from sample) as entering)
from sample
