-- The sampling units that were sampled in this wave and the one before.
-- Grain: unit; its number and stratum in either wave. Reads units_before, units_now. METHOD.md §7.
select
    units_before.unit as unit_before,
    units_now.unit as unit_now,
    units_before.stratum as h,
    units_now.stratum as k
from units_before
inner join units_now on units_before.name = units_now.name
