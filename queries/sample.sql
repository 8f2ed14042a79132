-- The respondents of a wave with numbers for themselves, their sampling unit, stratum and cell of the raked variables.
-- Grain: respondent. weight: final, entering: before the last raking; w and d: the same as whole numbers, so that sums are
-- exact in any order. All of them as delivered until they are raked. Reads respondents, cells. METHOD.md §3-4.
with strata as (
    select stratum, dense_rank() over (order by stratum) - 1 as number
    from (select distinct stratum from respondents)
),

clusters as (
    select stratum, cluster, row_number() over () as number
    from (select distinct stratum, cluster from respondents where cluster is not null)
),

numbered as (
    select
        (row_number() over ())::integer as respondent,
        respondents.id,
        coalesce(clusters.number, row_number() over ())::integer as unit,
        strata.number::integer as stratum,
        cells.cell,
        respondents.weight,
        respondents.weight as entering,
        0::bigint as w,
        0::bigint as d
    from respondents
    inner join strata on respondents.stratum = strata.stratum
    inner join cells on respondents.margins = cells.margins
    left join clusters on respondents.stratum = clusters.stratum and respondents.cluster = clusters.cluster
)

select * from numbered
