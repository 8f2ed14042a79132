-- Cells to which two corrections give a value.
-- Grain: pair of corrections. Reads corrected_cells.
with twice as (
    select min(number) as first, max(number) as second
    from corrected_cells
    where action = 'set' and changed
    group by file, row, slot, k
    having count(*) > 1
)

select distinct first, second from twice order by first, second
