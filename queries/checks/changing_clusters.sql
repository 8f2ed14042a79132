-- Respondents whose sampling unit is not the same in all their rows.
-- Grain: respondent. Reads delivered, respondents.
with changing as (
    select id, cluster, cluster_otherwise, count(*) over () as found from respondents where cluster <> cluster_otherwise
)

select
    min(delivered.file)::integer as file,
    min_by(delivered.row, (delivered.file, delivered.row))::integer as row,
    changing.id || ': ' || changing.cluster || ' and ' || changing.cluster_otherwise as value,
    any_value(changing.found) as found
from changing
inner join delivered on changing.id = delivered.respondent and delivered.cluster <> changing.cluster
group by changing.id, changing.cluster, changing.cluster_otherwise
order by file, row
limit 5
