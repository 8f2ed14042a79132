-- Respondents who rated a company twice; the place of the second rating.
-- Grain: respondent × company. Reads doubles, delivered, company_values.
with placed as (
    select
        delivered.file,
        delivered.row,
        delivered.slot,
        doubles.id,
        delivered.company as value,
        row_number() over (partition by doubles.id, doubles.company order by delivered.file, delivered.row, delivered.slot) as time
    from doubles
    inner join delivered on doubles.id = delivered.respondent
    inner join company_values on delivered.company = company_values.value and doubles.company = company_values.company
)

select
    file::integer as file,
    row::integer as row,
    slot,
    'respondent ' || id || ', company ' || value as value,
    count(*) over () as found
from placed
where time = 2
order by file, row, slot
limit 5
