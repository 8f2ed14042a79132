-- The respondents of a wave with what their replicate weights are made of.
-- Grain: respondent. entering: the weight before the last raking. Reads sample. METHOD.md §3.
select id, unit, stratum, cell, entering from sample order by id
