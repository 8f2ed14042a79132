-- The cells and rows that corrections.csv names, what they hold, and which of them are changed or left out.
-- Of several ratings the first or last is kept of those that no correction drops.
-- Grain: correction × row as delivered. Reads named_cells (a row for each cell that some correction names), corrections, codes. METHOD.md §1.
with given as (
    select corrections.*, codes.company as known_company
    from corrections
    left join codes on lower(corrections.company) = codes.code
),

held as (
    select named_cells.*, codes.company as known_company
    from named_cells
    left join codes on lower(named_cells.company) = codes.code
),

named as (
    select
        given.number,
        given.action,
        given.value,
        held.file,
        held.row,
        held.slot,
        held.k,
        held.respondent,
        held.raw,
        held.meant,
        not given.expects or held.raw is not distinct from given.expect or held.meant is not distinct from given.expect as expected
    from given
    inner join held
        on given.cell = held.cell
        and (given.all_respondents or held.respondent is not distinct from given.respondent)
        and (given.all_companies or lower(held.company) is not distinct from lower(given.company) or held.known_company = given.known_company)
),

left_out as (
    select distinct file, row, slot from named where action = 'drop' and expected
),

placed as (
    select
        named.*,
        left_out.row is not null as is_out,
        row_number() over (partition by number, is_out order by file, row, slot) as place,
        count(*) over (partition by number, is_out) as places
    from named
    left join left_out using (file, row, slot)
)

select
    number,
    action,
    value,
    file,
    row,
    slot,
    k,
    respondent,
    raw,
    expected,
    case action
        when 'set' then expected and value is distinct from raw and value is distinct from meant
        when 'drop' then expected
        when 'keep_first' then not is_out and place > 1
        else not is_out and place < places
    end as changed
from placed
