-- The scores of a wave by sampling unit, as the next wave of a panel needs them.
-- Grain: unit × domain. r is the weight w times the root of c_h. Reads scored. METHOD.md §7.
select unit, domain, r / root as w, r, y from scored
