-- Sums over the sampling units with scores for two domains, from which the covariance of the two follows.
-- Grain: pair of domains (a < b) of one block. r is the weight times the root of c_h, so that products carry c_h.
-- Parameters: product_steps, block (how many domains make a block), macro whole. Reads scored. METHOD.md §4, §8.
with numbered as (
    select *, domain // getvariable('block')::integer as block from scored
),

pairs as (
    select
        first.domain as a,
        second.domain as b,
        first.r * second.r * getvariable('product_steps') as ww,
        first.y as ya,
        second.y as yb
    from numbered as first
    inner join numbered as second
        on first.unit = second.unit and first.block = second.block and first.domain < second.domain
),

shared as (
    select
        a,
        b,
        count(*)::integer as n,
        sum(whole(ww))::double / getvariable('product_steps') as ww,
        sum(whole(ww * ya))::double / getvariable('product_steps') as wwa,
        sum(whole(ww * yb))::double / getvariable('product_steps') as wwb,
        sum(whole(ww * ya * yb))::double / getvariable('product_steps') as wwab
    from pairs
    group by a, b
)

select * from shared order by a, b
