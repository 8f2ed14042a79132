-- Entering weights by cell of the raked variables.
-- Grain: cell that somebody is in. Parameter: entering_steps. Reads sample, cells. METHOD.md §3.
with sums as (
    select cell, count(*)::integer as n, sum((entering * getvariable('entering_steps'))::bigint)::double / getvariable('entering_steps') as weight
    from sample
    group by cell
)

select sums.cell, cells.margins, sums.n, sums.weight
from sums
inner join cells on sums.cell = cells.cell
order by sums.cell
