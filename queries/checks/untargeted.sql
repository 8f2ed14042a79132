-- Categories of raked variables that targets.csv gives no share, with the first row of each.
-- Grain: variable × category; k is the position of the variable. Reads delivered, sample, targeted (k, category).
with given as (
    select delivered.file, delivered.row, unnest(delivered.margins) as category, unnest(range(len(delivered.margins)))::integer as k
    from delivered
    semi join sample on delivered.respondent = sample.id
)

select
    min(given.file)::integer as file,
    min_by(given.row, (given.file, given.row))::integer as row,
    given.k,
    given.category as value,
    count(*) as found
from given
anti join targeted on given.k = targeted.k and given.category = targeted.category
group by given.k, given.category
order by given.k, found desc, given.category
