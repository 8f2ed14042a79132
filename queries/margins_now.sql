-- The margin categories of a wave by sampling unit, in the columns of rows_now: category k is domain -1 - k.
-- Grain: unit × category. Reads unit_margins, sample, roots. METHOD.md §7.
with units as (
    select unit, any_value(stratum) as stratum
    from sample
    group by unit
)

select unit_margins.unit, -1 - unit_margins.category as domain, unit_margins.r / roots.root as w, unit_margins.r, 0 as y
from unit_margins
inner join units on unit_margins.unit = units.unit
inner join roots on units.stratum = roots.stratum
