-- The respondents with their raked weight, clipped, as the weight that enters the next raking.
-- Grain: respondent. Parameters: trim_low, trim_high. Reads sample. METHOD.md §3.
select * replace (greatest(getvariable('trim_low'), least(getvariable('trim_high'), weight)) as entering)
from sample
