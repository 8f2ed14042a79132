-- How many sampling units were sampled in this wave and the one before.
-- Grain: stratum before × stratum now. Reads both_waves. METHOD.md §7.
select h, k, count(*)::integer as n
from both_waves
group by h, k
order by h, k
