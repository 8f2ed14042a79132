-- How many respondents have a valid score for at least one company of a group.
-- Grain: group of companies × stratum. Reads scored, groups (company, number). METHOD.md §4, §11.
with bases as (
    select groups.number, scored.stratum, count(distinct scored.respondent)::integer as respondents
    from scored
    inner join groups on scored.company = groups.company
    group by groups.number, scored.stratum
)

select * from bases order by number, stratum
