-- How many ratings give the same answer to every item (at least five answered).
-- Grain: one row. Reads ratings_valid (item_0, item_1, … with null for every answer that is none). CONTRIBUTING.md, "Quality".
with lines as (
    select
        least(*columns('item_.*')) as lowest,
        greatest(*columns('item_.*')) as highest,
        answered
    from ratings_valid
)

select count(*)::integer as straight_liners from lines where lowest = highest and answered >= 5
