-- Companies that are rated though they do not exist in the wave, with the first row of each.
-- Grain: company. Reads closed (companies outside their lifetime, by position in the register), company_values, delivered.
with rated as (
    select closed.company, company_values.value
    from closed
    inner join company_values on closed.company = company_values.company
)

select
    rated.company,
    min(delivered.file)::integer as file,
    min_by(delivered.row, (delivered.file, delivered.row, delivered.slot))::integer as row,
    min_by(delivered.slot, (delivered.file, delivered.row, delivered.slot)) as slot,
    count(*)::integer as ratings
from rated
inner join delivered on rated.value = delivered.company
group by rated.company
order by rated.company
