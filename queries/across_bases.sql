-- How many units have a valid score for a company of a group in both waves.
-- Grain: group. Reads rows_before, rows_now, groups_before, groups_now (company, number), both_waves. METHOD.md §7.
with before as (
    select distinct both_waves.unit_now as unit, groups_before.number
    from rows_before
    inner join groups_before on rows_before.domain = groups_before.company
    inner join both_waves on rows_before.unit = both_waves.unit_before
),

now as (
    select distinct rows_now.unit, groups_now.number
    from rows_now
    inner join groups_now on rows_now.domain = groups_now.company
)

select before.number, count(*)::integer as units
from before
inner join now on before.unit = now.unit and before.number = now.number
group by before.number
order by before.number
