-- Weights by stratum and margin category.
-- Grain: stratum × category. Parameter: weight_steps. Reads memberships. METHOD.md §4.
with totals as (
    select stratum, category, sum(w)::double / getvariable('weight_steps') as w
    from memberships
    group by stratum, category
)

select * from totals order by stratum, category
