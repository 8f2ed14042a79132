-- What the weights of a wave amount to: of respondents, or of ratings where each rating has a weight of its own.
-- Grain: one row. Parameters: weight_steps, square_steps. Reads weighted (w). METHOD.md §3.
with sums as (
    select
        count(*)::integer as n,
        sum(w)::double / getvariable('weight_steps') as w,
        sum((w::double * w * (getvariable('square_steps') / getvariable('weight_steps') ** 2))::bigint)::double / getvariable('square_steps') as ww,
        max(w)::double / getvariable('weight_steps') as largest,
        min(w)::double / getvariable('weight_steps') as smallest
    from weighted
)

select * from sums
