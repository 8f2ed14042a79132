-- Respondents whose stratum is not the same in all their rows.
-- Grain: respondent. Reads delivered, respondents.
with changing as (
    select id, stratum, stratum_otherwise, count(*) over () as found from respondents where stratum <> stratum_otherwise
)

select
    min(delivered.file)::integer as file,
    min_by(delivered.row, (delivered.file, delivered.row))::integer as row,
    changing.id || ': ' || changing.stratum || ' and ' || changing.stratum_otherwise as value,
    any_value(changing.found) as found
from changing
inner join delivered on changing.id = delivered.respondent and delivered.stratum <> changing.stratum
group by changing.id, changing.stratum, changing.stratum_otherwise
order by file, row
limit 5
