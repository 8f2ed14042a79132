-- Values of one item that are neither on the scale nor a missing code, the most frequent first, with the first row of each.
-- found and found_ratings count all of them, though only the first 5 are listed.
-- Grain: value as delivered. Reads off_scale_cells (file, row, slot, respondent, value).
with counted as (
    select
        value,
        count(*)::integer as ratings,
        min(file)::integer as file,
        min_by(row, (file, row, slot))::integer as row,
        min_by(slot, (file, row, slot)) as slot,
        min_by(respondent, (file, row, slot)) as respondent
    from off_scale_cells
    group by value
)

select *, (count(*) over ())::integer as found, (sum(ratings) over ())::integer as found_ratings
from counted
order by ratings desc, file, row, slot
limit 5
