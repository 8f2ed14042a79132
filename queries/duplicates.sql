-- Respondents who repeat another respondent in every company and every answer (at least ten answers).
-- Grain: respondent; of n equal respondents all but the one with the first id. Reads rating_lines, sample. CONTRIBUTING.md, "Quality".
with respondents as (
    select
        respondent,
        count(*) as ratings,
        bit_xor(hash(company, *columns('item_.*'))) as fingerprint
    from rating_lines
    group by respondent
),

repeated as (
    select fingerprint, ratings
    from respondents
    group by fingerprint, ratings
    having count(*) > 1
),

twins as (
    select respondents.respondent, repeated.fingerprint, repeated.ratings
    from respondents
    inner join repeated on respondents.fingerprint = repeated.fingerprint and respondents.ratings = repeated.ratings
),

answered as (
    select twins.fingerprint, twins.ratings, twins.respondent
    from twins
    inner join rating_lines on twins.respondent = rating_lines.respondent
    group by twins.fingerprint, twins.ratings, twins.respondent
    having sum(rating_lines.answered_in_all) >= 10
),

duplicates as (
    select answered.respondent
    from answered
    inner join sample on answered.respondent = sample.respondent
    qualify row_number() over (partition by answered.fingerprint, answered.ratings order by sample.id) > 1
)

select * from duplicates
