-- The largest and the smallest final weight.
-- Grain: one row. Reads sample. METHOD.md §3.
select max(weight) as largest, min(weight) as smallest from sample
