-- Weights that are no positive number.
-- Grain: row of a raw file. Reads delivered.
select file, row::integer as row, coalesce(weight_text, 'blank') as value, count(*) over () as found
from delivered
where weight is null or not weight > 0 or not isfinite(weight)
order by file, row
limit 5
