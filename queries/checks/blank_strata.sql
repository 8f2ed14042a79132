-- Rows without a stratum.
-- Grain: row of a raw file. Reads delivered.
select file, row::integer as row, null as value, count(*) over () as found
from delivered
where stratum is null
order by file, row
limit 5
