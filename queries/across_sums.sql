-- Sums of one wave over the units that were sampled in both.
-- Grain: wave (now or not) × domain × stratum before × stratum now. Parameter: product_steps.
-- Reads rows_before, rows_now, both_waves. METHOD.md §7.
with rows as (
    select false as now, both_waves.h, both_waves.k, rows_before.domain, rows_before.w, rows_before.y
    from both_waves
    inner join rows_before on both_waves.unit_before = rows_before.unit
    union all
    select true as now, both_waves.h, both_waves.k, rows_now.domain, rows_now.w, rows_now.y
    from both_waves
    inner join rows_now on both_waves.unit_now = rows_now.unit
),

sums as (
    select
        now,
        domain,
        h,
        k,
        sum((w * getvariable('product_steps'))::hugeint)::double / getvariable('product_steps') as w,
        sum((w * y * getvariable('product_steps'))::hugeint)::double / getvariable('product_steps') as wy
    from rows
    group by now, domain, h, k
)

select * from sums order by now, domain, h, k
