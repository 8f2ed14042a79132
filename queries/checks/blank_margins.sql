-- Rows without a category of a raked variable: blank, or what is written is in no group.
-- Grain: row of a raw file × variable; k is the position of the variable. The first of each kind. Reads delivered.
with blank as (
    select file, row, unnest(margins) as category, unnest(margins_written) as written, unnest(range(len(margins)))::integer as k from delivered
)

select file, row::integer as row, k, written as value, count(*) over () as found
from blank
where category is null
qualify row_number() over (partition by k, written is null order by file, row) = 1
order by k, written is null
