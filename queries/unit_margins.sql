-- The weight of a sampling unit in each margin category, times the root of c_h.
-- Grain: unit × category. Parameter: weight_steps. Reads memberships. METHOD.md §4.
select unit, category, any_value(root) * sum(w)::double / getvariable('weight_steps') as r
from memberships
group by unit, category
