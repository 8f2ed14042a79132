-- Which margin categories a respondent belongs to: one of each raked variable.
-- Grain: respondent × category; categories of all variables are numbered together. Reads sample, cell_categories
-- (cell, category), roots (stratum, root of c_h). METHOD.md §4.
select sample.respondent, sample.unit, sample.stratum, cell_categories.category, sample.w, sample.d, roots.root
from sample
inner join cell_categories on sample.cell = cell_categories.cell
inner join roots on sample.stratum = roots.stratum
