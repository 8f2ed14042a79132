-- The values by which the raw files name a company, and whom they mean.
-- Grain: value as delivered; company is null where it matches nobody. Reads delivered, codes. CONTRIBUTING.md, "Companies".
with named as (
    select company as value, count(*) as ratings
    from delivered
    group by company
),

matched as (
    select named.value, named.ratings, codes.company::integer as company
    from named
    left join codes on lower(named.value) = codes.code
)

select * from matched order by ratings desc, value
