-- Respondents who rated a company more than once.
-- Grain: respondent × company. Reads ratings, sample. No rows = good: checks/double_ratings.sql then has nothing to place.
with doubles as (
    select respondent, company
    from ratings
    group by respondent, company
    having count(*) > 1
)

select sample.id, doubles.company
from doubles
inner join sample on doubles.respondent = sample.respondent
order by sample.id, doubles.company
