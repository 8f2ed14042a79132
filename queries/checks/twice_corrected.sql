-- Cells to which two corrections give a value, and ratings of which two corrections keep one.
-- Grain: pair of corrections. Reads corrected_cells.
with twice as (
    select min(number) as first, max(number) as second
    from corrected_cells
    where (action = 'set' and changed) or action in ('keep_first', 'keep_last')
    group by file, row, slot, k, action = 'set'
    having count(*) > 1
)

select distinct first, second from twice order by first, second
