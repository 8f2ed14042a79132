-- Sums of weights and scores, from which a company's mean and its standard error follow.
-- Grain: company × stratum, valid scores only. y is the score on a scale within -1 and 1. Parameters: weight_steps, square_steps. Reads scored. METHOD.md §4.
with moments as (
    select
        company,
        stratum,
        count(*)::integer as n,
        sum(w)::double / getvariable('weight_steps') as w,
        sum((w * y)::bigint)::double / getvariable('weight_steps') as wy,
        sum(ww)::double / getvariable('square_steps') as ww,
        sum((ww * y)::bigint)::double / getvariable('square_steps') as wwy,
        sum((ww * y * y)::bigint)::double / getvariable('square_steps') as wwyy
    from scored
    group by company, stratum
)

select * from moments order by company, stratum
