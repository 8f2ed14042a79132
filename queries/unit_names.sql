-- The sampling units of a wave by the name under which another wave may know them: the respondent, or the cluster in its stratum.
-- Grain: unit. Reads sample, respondents. METHOD.md §7.
select
    sample.unit,
    any_value(sample.stratum) as stratum,
    any_value(case when respondents.cluster is null then sample.id else respondents.stratum || chr(31) || respondents.cluster end) as name
from sample
inner join respondents on sample.id = respondents.id
group by sample.unit
