-- Respondents whose category of a raked variable is not the same in all their rows.
-- Grain: respondent × variable; k is the position of the variable. Reads delivered, respondents.
with answered as (
    select respondent, file, row, unnest(margins) as category, unnest(range(len(margins)))::integer as k
    from delivered
    semi join (select id from respondents where margins <> margins_otherwise) as changing on delivered.respondent = changing.id
),

changing as (
    select respondent, k, min(category) as category, max(category) as otherwise
    from answered
    group by respondent, k
    having min(category) <> max(category)
)

select
    min(answered.file)::integer as file,
    min_by(answered.row, (answered.file, answered.row))::integer as row,
    changing.k,
    changing.respondent || ': ' || changing.category || ' and ' || changing.otherwise as value,
    count(*) over () as found
from changing
inner join answered
    on changing.respondent = answered.respondent and changing.k = answered.k and answered.category <> changing.category
group by changing.respondent, changing.k, changing.category, changing.otherwise
order by file, row
limit 5
