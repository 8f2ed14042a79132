-- The weight of each rating, at a mean of 1, where each has its own. Never public.
-- Grain: rating. Reads ratings, sample, companies (position, id). METHOD.md §3.
with scaled as (
    select
        sample.id as respondent,
        companies.id as company_id,
        ratings.w::double / (sum(ratings.w) over () / count(*) over ()) as weight
    from ratings
    inner join sample on ratings.respondent = sample.respondent
    inner join companies on ratings.company = companies.position
)

select * from scaled order by respondent, company_id
