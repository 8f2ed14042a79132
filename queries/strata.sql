-- The strata of a wave.
-- Grain: stratum. respondents, units: all sampled, also those without a valid score (n_h counts units). Parameter: weight_steps. Reads sample. METHOD.md §4.
with strata as (
    select
        stratum,
        count(*)::integer as respondents,
        count(distinct unit)::integer as units
    from sample
    group by stratum
)

select * from strata order by stratum
