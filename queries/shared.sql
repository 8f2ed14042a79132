-- Sums over the respondents who scored two companies, from which the covariance of the two follows.
-- Grain: pair of companies (a < b) × stratum. Parameter: square_steps. Reads scored. METHOD.md §4, §8.
with pairs as (
    select
        first.company as a,
        second.company as b,
        first.stratum,
        first.ww,
        first.y as ya,
        second.y as yb
    from scored as first
    inner join scored as second on first.respondent = second.respondent and first.company < second.company
),

shared as (
    select
        a,
        b,
        stratum,
        count(*)::integer as n,
        sum(ww)::double / getvariable('square_steps') as ww,
        sum((ww * ya)::bigint)::double / getvariable('square_steps') as wwa,
        sum((ww * yb)::bigint)::double / getvariable('square_steps') as wwb,
        sum((ww * ya * yb)::bigint)::double / getvariable('square_steps') as wwab
    from pairs
    group by a, b, stratum
)

select * from shared order by a, b, stratum
