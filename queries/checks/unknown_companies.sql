-- Values that match no company, the most frequent first, with the first row of each; null is blank. found and
-- found_ratings count all of them, though only the first 20 are listed.
-- Grain: value as delivered. Reads delivered, company_values.
with unknown as (
    select value, ratings, count(*) over () as found, sum(ratings) over () as found_ratings
    from company_values
    where company is null
    order by ratings desc, value
    limit 20
)

select
    min(delivered.file)::integer as file,
    min_by(delivered.row, (delivered.file, delivered.row, delivered.slot))::integer as row,
    min_by(delivered.slot, (delivered.file, delivered.row, delivered.slot)) as slot,
    unknown.value,
    any_value(unknown.ratings)::integer as ratings,
    any_value(unknown.found)::integer as found,
    any_value(unknown.found_ratings)::integer as found_ratings
from unknown
inner join delivered on unknown.value is not distinct from delivered.company
group by unknown.value, unknown.ratings
order by unknown.ratings desc, unknown.value
