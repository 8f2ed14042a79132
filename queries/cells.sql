-- The combinations of categories of the raked variables that occur.
-- Grain: combination; numbers from 0. Reads respondents. METHOD.md §3.
with combinations as (
    select distinct margins from respondents
)

select margins, (row_number() over (order by margins) - 1)::integer as cell from combinations
