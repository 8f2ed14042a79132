-- Products of the scores of a domain with the margin categories: of sampling units, times c_h, and of respondents by base weight.
-- Grain: domain × category. Parameters: weight_steps, product_steps, macro whole. Reads scored, rating_scores, unit_margins, memberships. METHOD.md §4.
with products as (
    select
        scored.domain,
        unit_margins.category,
        sum(whole(scored.r * unit_margins.r * getvariable('product_steps')))::double / getvariable('product_steps') as ww,
        sum(whole(scored.r * unit_margins.r * scored.y * getvariable('product_steps')))::double / getvariable('product_steps') as wwy
    from scored
    inner join unit_margins on scored.unit = unit_margins.unit
    group by scored.domain, unit_margins.category
),

base as (
    select
        rating_scores.domain,
        memberships.category,
        sum(memberships.d)::double / getvariable('weight_steps') as d,
        sum((memberships.d * rating_scores.y)::bigint)::double / getvariable('weight_steps') as dy
    from rating_scores
    inner join memberships on rating_scores.respondent = memberships.respondent
    group by rating_scores.domain, memberships.category
)

select products.domain, products.category, products.ww, products.wwy, coalesce(base.d, 0) as d, coalesce(base.dy, 0) as dy
from products
left join base on products.domain = base.domain and products.category = base.category
order by products.domain, products.category
