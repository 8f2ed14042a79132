-- The values of a role and how often each occurs, with the first row of each.
-- Grain: value as delivered × group; the thousand most frequent. Reads role_cells (file, row, slot, text, value).
with counted as (
    select
        text,
        value,
        count(*)::integer as ratings,
        min(file)::integer as file,
        min_by(row, (file, row, slot))::integer as row,
        min_by(slot, (file, row, slot)) as slot
    from role_cells
    group by text, value
)

select * from counted order by ratings desc, text limit 1000
