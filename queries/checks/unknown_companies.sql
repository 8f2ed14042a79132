-- Values that match no company, the most frequent first, with the first row of each.
-- Grain: value as delivered. Reads delivered, company_values.
with unknown as (
    select value, ratings, count(*) over () as found
    from company_values
    where company is null
    order by ratings desc, value
    limit 20
)

select
    min(delivered.file)::integer as file,
    min_by(delivered.row, (delivered.file, delivered.row, delivered.slot))::integer as row,
    min_by(delivered.slot, (delivered.file, delivered.row, delivered.slot)) as slot,
    coalesce(unknown.value, 'blank') || case when any_value(unknown.ratings) = 1 then ' (once)' else ' (' || any_value(unknown.ratings) || ' times)' end as value,
    any_value(unknown.found) as found
from unknown
inner join delivered on unknown.value is not distinct from delivered.company
group by unknown.value, unknown.ratings
order by unknown.ratings desc, unknown.value
