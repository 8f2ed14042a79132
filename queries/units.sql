-- The scores of a domain by sampling unit, where a unit is a cluster of respondents: summed weight and mean score.
-- Grain: unit × domain. Parameters: weight_steps, square_steps. Reads rating_scores. METHOD.md §4.
with units as (
    select
        unit,
        domain,
        stratum,
        any_value(root) as root,
        count(*)::integer as n,
        sum(w)::bigint as w,
        sum((w * y)::bigint)::double / sum(w)::double as y,
        sum((w::double * w * (getvariable('square_steps') / getvariable('weight_steps') ** 2))::bigint) as kish
    from rating_scores
    group by unit, domain, stratum
)

select *, root * w / getvariable('weight_steps') as r from units
