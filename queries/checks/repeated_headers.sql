-- Rows that repeat the header: the respondent is called like the column, and the company is unknown.
-- Grain: row of a raw file. Reads delivered, respondents (which tells at once that there are none), company_values, the
-- variable respondent_column.
select delivered.file, delivered.row::integer as row, null as value, count(*) over () as found
from delivered
inner join respondents on respondents.id = getvariable('respondent_column') and delivered.respondent = respondents.id
inner join company_values on delivered.company = company_values.value and company_values.company is null
group by delivered.file, delivered.row
order by delivered.file, delivered.row
limit 5
