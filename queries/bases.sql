-- How many sampling units have a valid score for at least one company of a group.
-- Grain: group of companies × stratum; groups are numbered from 0 to at most 62. Each unit's groups are bits of one number.
-- Reads scored, groups (company, number). METHOD.md §4, §11.
with masks as (
    select company, bit_or(1::bigint << number) as mask
    from groups
    group by company
),

units as (
    select scored.unit, any_value(scored.stratum) as stratum, bit_or(masks.mask) as mask
    from scored
    inner join masks on scored.domain = masks.company
    group by scored.unit
),

combinations as (
    select stratum, mask, count(*) as units
    from units
    group by stratum, mask
),

numbers as (
    select distinct number from groups
),

bases as (
    select numbers.number, combinations.stratum, sum(combinations.units)::integer as units
    from combinations
    inner join numbers on (combinations.mask >> numbers.number) & 1 = 1
    group by numbers.number, combinations.stratum
)

select * from bases order by number, stratum
