-- The weight of each respondent, at a mean of 1. Never public.
-- Grain: respondent. Reads sample. METHOD.md §3.
with scaled as (
    select
        id as respondent,
        w::double / (sum(w) over () / count(*) over ()) as weight
    from sample
)

select * from scaled order by respondent
