-- The respondents of a wave with number, stratum and final weight; weights as whole numbers, so that sums are exact in any order.
-- Grain: respondent. Parameters: weight_scale (largest weight, up to a power of two), weight_steps, square_steps (whole numbers from 0 to 1).
-- Reads respondents. METHOD.md §3-4.
with strata as (
    select stratum, dense_rank() over (order by stratum) - 1 as number
    from (select distinct stratum from respondents)
),

scaled as (
    select respondents.id, strata.number as stratum, respondents.weight / getvariable('weight_scale') as weight
    from respondents
    inner join strata on respondents.stratum = strata.stratum
),

numbered as (
    select
        (row_number() over ())::integer as respondent,
        id,
        stratum::integer as stratum,
        (weight * getvariable('weight_steps'))::bigint as w,
        (weight * weight * getvariable('square_steps'))::bigint as ww
    from scaled
)

select * from numbered
