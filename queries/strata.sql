-- The strata of a wave.
-- Grain: stratum. respondents: all sampled, also those without a valid score (n_h). Parameters: weight_steps, square_steps. Reads sample. METHOD.md §4.
with strata as (
    select
        stratum,
        count(*)::integer as respondents,
        sum(w)::double / getvariable('weight_steps') as w,
        sum(ww)::double / getvariable('square_steps') as ww,
        max(w)::double / getvariable('weight_steps') as largest,
        min(w)::double / getvariable('weight_steps') as smallest
    from sample
    group by stratum
)

select * from strata order by stratum
