-- What crossed.sql sums, where respondents are the sampling units: first by cell, a join for all categories of a respondent.
-- Grain: domain × category. Parameters: weight_steps, product_steps. Reads scored, sample, cell_categories. METHOD.md §4.
with cells as (
    select
        scored.domain,
        sample.cell,
        sum((scored.r * scored.r * getvariable('product_steps'))::bigint) as ww,
        sum((scored.r * scored.r * scored.y * getvariable('product_steps'))::bigint) as wwy,
        sum(sample.d) as d,
        sum((sample.d * scored.y)::bigint) as dy
    from scored
    inner join sample on scored.respondent = sample.respondent
    group by scored.domain, sample.cell
),

crossed as (
    select
        cells.domain,
        cell_categories.category,
        sum(cells.ww)::double / getvariable('product_steps') as ww,
        sum(cells.wwy)::double / getvariable('product_steps') as wwy,
        sum(cells.d)::double / getvariable('weight_steps') as d,
        sum(cells.dy)::double / getvariable('weight_steps') as dy
    from cells
    inner join cell_categories on cells.cell = cell_categories.cell
    group by cells.domain, cell_categories.category
)

select * from crossed order by domain, category
