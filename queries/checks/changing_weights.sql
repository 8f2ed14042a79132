-- Respondents whose weight is not the same in all their rows, where all are positive; the first row that differs from the
-- respondent's smallest.
-- Grain: respondent. Reads delivered, respondents.
with changing as (
    select id, weight, weight_otherwise, count(*) over () as found from respondents
    where weight <> weight_otherwise and weight >= 1e-100
)

select
    min(delivered.file)::integer as file,
    min_by(delivered.row, (delivered.file, delivered.row))::integer as row,
    changing.id || ': ' || format('{:g}', changing.weight) || ' and ' || format('{:g}', changing.weight_otherwise) as value,
    any_value(changing.found) as found
from changing
inner join delivered on changing.id = delivered.respondent and delivered.weight <> changing.weight
group by changing.id, changing.weight, changing.weight_otherwise
order by file, row
limit 5
