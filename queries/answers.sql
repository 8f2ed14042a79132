-- How one item was answered.
-- Grain: company × stratum × answer (missing codes below -100). w, ww: sums of weights and squared weights. Parameters: weight_steps, square_steps. Reads item. METHOD.md §5.
with answers as (
    select
        company,
        stratum,
        answer,
        count(*)::integer as n,
        sum(w)::double / getvariable('weight_steps') as w,
        sum(ww)::double / getvariable('square_steps') as ww
    from item
    group by company, stratum, answer
)

select * from answers order by company, stratum, answer
