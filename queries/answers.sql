-- How one item was answered.
-- Grain: domain (company and answer, missing codes too) × stratum. ww: squared weights of sampling units.
-- Parameters: weight_steps, product_steps, macro whole. Reads scored. METHOD.md §5.
with answers as (
    select
        domain,
        stratum,
        sum(n)::integer as n,
        count(*)::integer as units,
        sum(w)::double / getvariable('weight_steps') as w,
        sum(whole(w::double * w * (getvariable('product_steps') / getvariable('weight_steps') ** 2)))::double / getvariable('product_steps') as ww
    from scored
    group by domain, stratum
)

select * from answers order by domain, stratum
