-- The respondents of a wave, as delivered.
-- Grain: respondent id. Reads delivered. METHOD.md §3.
with answered as (
    select
        respondent as id,
        min(weight) as weight,
        max(weight) as weight_otherwise,
        min(stratum) as stratum,
        max(stratum) as stratum_otherwise
    from delivered
    group by respondent
)

select * from answered
