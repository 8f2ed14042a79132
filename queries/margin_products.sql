-- Products of the weights of sampling units in two margin categories, times c_h, and base weights of respondents in both.
-- Grain: pair of categories (a <= b). Parameters: weight_steps, product_steps, macro whole. Reads unit_margins, memberships. METHOD.md §4.
with products as (
    select
        first.category as a,
        second.category as b,
        sum(whole(first.r * second.r * getvariable('product_steps')))::double / getvariable('product_steps') as ww
    from unit_margins as first
    inner join unit_margins as second on first.unit = second.unit and first.category <= second.category
    group by first.category, second.category
),

base as (
    select
        first.category as a,
        second.category as b,
        sum(first.d)::double / getvariable('weight_steps') as d
    from memberships as first
    inner join memberships as second on first.respondent = second.respondent and first.category <= second.category
    group by first.category, second.category
)

select products.a, products.b, products.ww, coalesce(base.d, 0) as d
from products
left join base on products.a = base.a and products.b = base.b
order by products.a, products.b
