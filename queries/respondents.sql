-- The respondents of a wave, as delivered.
-- Grain: respondent id. cluster: null where respondents are the sampling units; margins: their categories of the raked
-- variables. Reads delivered. METHOD.md §3.
with answered as (
    select
        respondent as id,
        min(weight) as weight,
        max(weight) as weight_otherwise,
        min(stratum) as stratum,
        max(stratum) as stratum_otherwise,
        min(cluster) as cluster,
        max(cluster) as cluster_otherwise,
        min(margins) as margins,
        max(margins) as margins_otherwise
    from delivered
    group by respondent
)

select * from answered
