-- Ratings that give the same answer to every item of the commonest scale (at least five answered):
-- the total is then the highest times the count.
-- Grain: rating. Reads rating_lines (answered, total, highest: valid answers on that scale; likely: the first do not differ).
-- CONTRIBUTING.md, "Quality".
with straight_liners as (
    select respondent, company
    from rating_lines
    where likely and answered >= 5 and total = highest * answered
)

select * from straight_liners
