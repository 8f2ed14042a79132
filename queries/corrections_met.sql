-- Whether each correction finds what it expects.
-- Grain: correction. named: rows with its respondent and company; expected: of these, rows that hold what it expects;
-- changed: rows changed or left out; found: a value that some row holds instead. Reads corrections, corrected_cells.
with met as (
    select
        corrections.number,
        count(corrected_cells.number)::integer as named,
        count(*) filter (corrected_cells.expected)::integer as expected,
        count(*) filter (corrected_cells.changed)::integer as changed,
        min(corrected_cells.raw) as found
    from corrections
    left join corrected_cells on corrections.number = corrected_cells.number
    group by corrections.number
)

select * from met order by number
