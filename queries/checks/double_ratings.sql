-- Respondents who rated a company twice; the place of the second rating.
-- Grain: respondent × company. Reads delivered, company_values, ratings, sample.
with doubles as (
    select respondent, company, count(*) over () as found
    from ratings
    group by respondent, company
    having count(*) > 1
    order by respondent, company
    limit 5
),

placed as (
    select
        delivered.file,
        delivered.row,
        sample.id,
        delivered.company as value,
        doubles.found,
        row_number() over (partition by doubles.respondent, doubles.company order by delivered.file, delivered.row) as time
    from doubles
    inner join sample on doubles.respondent = sample.respondent
    inner join delivered on sample.id = delivered.respondent
    inner join company_values on delivered.company = company_values.value and doubles.company = company_values.company
)

select file::integer as file, row::integer as row, 'respondent ' || id || ', company ' || value as value, found
from placed
where time = 2
order by file, row
