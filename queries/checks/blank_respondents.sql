-- Rows without a respondent id.
-- Grain: row of a raw file. Reads delivered, respondents (which tells at once that there are none).
select delivered.file, delivered.row::integer as row, null as value, count(*) over () as found
from delivered
inner join respondents on respondents.id is null and delivered.respondent is not distinct from respondents.id
order by delivered.file, delivered.row
limit 5
