-- How many respondents repeat another respondent in every company and every answer (at least ten answers).
-- Grain: one row; of n equal respondents n - 1 are counted. Reads rating_lines. CONTRIBUTING.md, "Quality".
with respondents as (
    select
        respondent,
        count(*) as ratings,
        sum(answered) as answered,
        bit_xor(hash(company, *columns('item_.*'))) as fingerprint
    from rating_lines
    group by respondent
),

repeated as (
    select count(*) as respondents
    from respondents
    where answered >= 10
    group by fingerprint, ratings
    having count(*) > 1
),

duplicates as (
    select coalesce(sum(respondents - 1), 0)::integer as duplicates from repeated
)

select * from duplicates
