-- How many respondents repeat another respondent in every company and every answer (at least five answered).
-- Grain: one row; of n equal respondents n - 1 are counted. Reads ratings_valid. CONTRIBUTING.md, "Quality".
with respondents as (
    select
        respondent,
        count(*) as ratings,
        sum(answered) as answered,
        bit_xor(hash(company, *columns('item_.*'))) as fingerprint
    from ratings_valid
    group by respondent
),

repeated as (
    select count(*) as respondents
    from respondents
    where answered >= 5
    group by fingerprint, ratings
    having count(*) > 1
)

select coalesce(sum(respondents - 1), 0)::integer as duplicates from repeated
