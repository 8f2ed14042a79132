-- The respondents with their weights as whole numbers.
-- Grain: respondent. Parameters: weight_scale, weight_steps. Reads sample. METHOD.md §3.
select
    * replace (
        (weight / getvariable('weight_scale') * getvariable('weight_steps'))::bigint as w,
        (entering / getvariable('weight_scale') * getvariable('weight_steps'))::bigint as d
    )
from sample
