-- Rows without a category of a raked variable.
-- Grain: row of a raw file × variable; k is the position of the variable. Reads delivered.
with blank as (
    select file, row, unnest(margins) as category, unnest(range(len(margins)))::integer as k from delivered
)

select file, row::integer as row, k, null as value, count(*) over (partition by k) as found
from blank
where category is null
qualify row_number() over (partition by k order by file, row) = 1
order by k
