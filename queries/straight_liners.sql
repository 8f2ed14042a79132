-- How many ratings give the same answer to every item (at least five answered): the total is then the highest times the count.
-- Grain: one row. Reads rating_lines (answered, total and highest of the valid answers). CONTRIBUTING.md, "Quality".
with lines as (
    select count(*)::integer as straight_liners
    from rating_lines
    where answered >= 5 and total = highest * answered
)

select * from lines
