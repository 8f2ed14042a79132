-- How many sampling units gave a valid answer to one item.
-- Grain: company. Parameters: block (domains of a company), valid_from (place of the lowest answer among them). Reads scored. METHOD.md §5.
with valid as (
    select domain // getvariable('block')::integer as company, unit
    from scored
    where domain % getvariable('block')::integer >= getvariable('valid_from')
)

select company, count(distinct unit)::integer as units
from valid
group by company
order by company
