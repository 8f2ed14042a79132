-- What one column of a raw file holds: its size, its numbers, its values, the most frequent first.
-- Grain: one row. Reads profiled (value as delivered, null where blank).
with counted as (
    select value, count(*) as n
    from profiled
    where value is not null
    group by value
),

numbered as (
    select
        value,
        n,
        case
            when regexp_full_match(value, '[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?')
                then try_cast(replace(value, ',', '.') as double)
        end as number
    from counted
),

ranked as (
    select value, n from counted order by n desc, value limit 600
)

select
    coalesce(sum(n), 0)::double as filled,
    count(*)::double as distinct_values,
    coalesce(min(n), 0)::double as fewest,
    coalesce(max(n), 0)::double as most,
    coalesce(sum(n) filter (where number is not null), 0)::double as numbers,
    coalesce(sum(n) filter (where number = round(number)), 0)::double as whole,
    coalesce(sum(n) filter (where number is not null and contains(value, ',')), 0)::double as commas,
    coalesce(sum(n) filter (where number is not null and contains(value, '.')), 0)::double as points,
    coalesce(sum(n) filter (where number is null or number <= 0 or isinf(number)), 0)::double as not_positive,
    min(number) as smallest,
    max(number) as largest,
    sum(number * n) / sum(n) filter (where number is not null) as mean,
    (
        select to_json(list({'value': left(value, 1000), 'n': n} order by n desc, value))::varchar
        from ranked
    ) as top
from numbered
