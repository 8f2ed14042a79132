-- Sums of weights and scores, from which the mean of a domain and its standard error follow.
-- Grain: domain × stratum, valid scores only. y is the score on a scale within -1 and 1, w the weight of a sampling unit in
-- the domain. Parameters: weight_steps, square_steps, product_steps, macro whole. Reads scored. METHOD.md §4.
with squared as (
    select *, w::double * w * (getvariable('product_steps') / getvariable('weight_steps') ** 2) as ww from scored
),

moments as (
    select
        domain,
        stratum,
        sum(n)::integer as n,
        count(*)::integer as units,
        sum(w)::double / getvariable('weight_steps') as w,
        sum((w * y)::bigint)::double / getvariable('weight_steps') as wy,
        sum(kish)::double / getvariable('square_steps') as kish,
        sum(whole(ww))::double / getvariable('product_steps') as ww,
        sum(whole(ww * y))::double / getvariable('product_steps') as wwy,
        sum(whole(ww * y * y))::double / getvariable('product_steps') as wwyy
    from squared
    group by domain, stratum
)

select * from moments order by domain, stratum
