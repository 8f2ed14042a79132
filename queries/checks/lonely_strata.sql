-- Strata with one sampling unit, where design.single_unit_stratum is error.
-- Grain: stratum. Reads delivered, respondents.
with lonely as (
    select stratum, count(*) over () as found from respondents group by stratum having count(distinct coalesce(cluster, id)) = 1
)

select min(delivered.file)::integer as file, min(delivered.row)::integer as row, lonely.stratum as value, any_value(lonely.found) as found
from lonely
inner join delivered on lonely.stratum = delivered.stratum
group by lonely.stratum
order by lonely.stratum
limit 5
