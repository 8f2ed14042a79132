-- Sums over the units of two waves that stand in a domain of the one and a domain of the other.
-- Grain: pair of domains (a before, b now); margin category k is domain -1 - k. Parameter: product_steps.
-- Reads rows_before, rows_now (unit, domain, w, r, y), both_waves. METHOD.md §7.
with pairs as (
    select
        rows_before.domain as a,
        rows_now.domain as b,
        rows_before.r * rows_now.r * getvariable('product_steps') as ww,
        rows_before.y as ya,
        rows_now.y as yb
    from both_waves
    inner join rows_before on both_waves.unit_before = rows_before.unit
    inner join rows_now on both_waves.unit_now = rows_now.unit
),

across as (
    select
        a,
        b,
        count(*)::integer as n,
        sum(ww::hugeint)::double / getvariable('product_steps') as ww,
        sum((ww * ya)::hugeint)::double / getvariable('product_steps') as wwa,
        sum((ww * yb)::hugeint)::double / getvariable('product_steps') as wwb,
        sum((ww * ya * yb)::hugeint)::double / getvariable('product_steps') as wwab
    from pairs
    group by a, b
)

select * from across order by a, b
