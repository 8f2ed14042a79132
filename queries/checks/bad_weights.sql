-- Weights that are no positive number, or beyond any use (below 1e-100, above 1e100).
-- Grain: row of a raw file. Reads delivered.
select file, row::integer as row, coalesce(weight_text, 'blank') as value, count(*) over () as found
from delivered
where weight is null or not weight between 1e-100 and 1e100
order by file, row
limit 5
