-- How experiences lie beside expectations, by weight of rating: below, equal, above; and expectations that are the top answer.
-- Grain: company. Expected and experienced on 0-100; what is closer than 1e-9 is equal. Parameter: weight_steps.
-- Reads met (company, w, expected, experienced). METHOD.md §17.
with sums as (
    select
        company,
        sum(w)::double / getvariable('weight_steps') as w,
        coalesce(sum(w) filter (experienced < expected - 1e-9), 0)::double / getvariable('weight_steps') as below,
        coalesce(sum(w) filter (experienced > expected + 1e-9), 0)::double / getvariable('weight_steps') as above,
        coalesce(sum(w) filter (expected > 100 - 1e-9), 0)::double / getvariable('weight_steps') as top
    from met
    group by company
)

select * from sums order by company
