-- Rows without a sampling unit, where the wave has a column for it.
-- Grain: row of a raw file. Reads delivered.
select file, row::integer as row, null as value, count(*) over () as found
from delivered
where cluster is null
order by file, row
limit 5
