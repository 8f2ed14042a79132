/** targets.csv: the shares of the population that weights are raked to. */
import type { Mistake } from '../errors.ts'
import type { Gaps } from './gaps.ts'
import { hintFor } from './nearest.ts'
import { readRegister } from './register.ts'
import type { Contract } from './schema.ts'
import type { Target } from './study.ts'

const file = 'targets.csv'
const required = ['wave', 'variable', 'category', 'share']

/** Shares are published rounded: their sum may miss 1 by this much. */
const rounding = 0.005

interface Known {
  contract: Contract | undefined
  gaps: Gaps
  /** where study.yaml asks for raking */
  where: string
}

/** How to write a share that was written in another way. */
function shareAdvice(written: string): string {
  const number = Number(written.replace(/ ?%$/, '').replace(',', '.'))
  if (number === 0 && written !== '') return 'leave out a category that nobody has'
  if (!(number > 0 && number <= 100)) return 'write a quarter of the population as 0.25'
  if (number > 1 || written.endsWith('%')) return `write ${number} % as ${number / 100}`
  return `write it with a point, as ${number}`
}

function targetsOf(text: string, { contract, gaps }: Known): { targets: Target[]; mistakes: Mistake[] } {
  const { rows, mistakes } = readRegister(file, text, { required, known: required })
  const waves = Object.keys(contract?.waves ?? {})
  const roles = Object.values(contract?.waves ?? {}).flatMap(({ columns }) => Object.keys(columns))
  const seen = new Map<string, string>()
  const targets = rows.map(({ cell, where }): Target => {
    const wrong = (what: string, value: string, hint: string) =>
      mistakes.push({ what, ...(value === '' ? {} : { value }), where, hint })
    const target = { wave: cell('wave'), variable: cell('variable'), category: cell('category') }
    const share = /^\d*\.?\d+$/.test(cell('share')) ? Number(cell('share')) : Number.NaN
    if (contract !== undefined && !waves.includes(target.wave) && !gaps.hide(target.wave, ['waves']))
      wrong('unknown wave', target.wave, hintFor(target.wave, waves, 'waves'))
    if (contract !== undefined && !roles.includes(target.variable) && !gaps.hide(target.variable, ['waves']))
      wrong('unknown variable', target.variable, hintFor(target.variable, [...new Set(roles)], 'roles'))
    if (target.category === '') wrong('a share without a category', '', 'name the category')
    if (!(share > 0 && share <= 1))
      wrong('not a share above 0 and up to 1', cell('share'), shareAdvice(cell('share')))
    const key = JSON.stringify(target)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, where)
    else
      wrong(
        'the share stands twice',
        `${target.wave}, ${target.variable}, ${target.category}`,
        `it is on ${first.replace(`${file} `, '')} already; remove one`,
      )
    return { ...target, share, where }
  })
  return { targets, mistakes }
}

/** Reads targets.csv, and holds it against what weighting.rake asks for. Shares come out with a sum of 1. */
export function readTargets(
  text: string | undefined,
  known: Known,
): { targets: Target[]; mistakes: Mistake[] } {
  const { contract, gaps, where } = known
  const rake = contract?.weighting.rake ?? []
  if (text === undefined)
    return {
      targets: [],
      mistakes:
        rake.length === 0
          ? []
          : [
              {
                what: 'targets.csv is missing, though weights are to be raked',
                value: rake.join(', '),
                where,
                hint: `write it beside study.yaml, with the columns ${required.join(',')}, or take rake out`,
              },
            ],
    }
  const { targets, mistakes } = targetsOf(text, known)
  if (mistakes.length > 0 || contract === undefined || gaps.touch(['waves']) || gaps.touch(['weighting']))
    return { targets, mistakes }
  const totals = new Map<string, number>()
  for (const { wave, variable, share } of targets)
    totals.set(`${wave} ${variable}`, (totals.get(`${wave} ${variable}`) ?? 0) + share)
  for (const wave of Object.keys(contract.waves))
    for (const variable of rake) {
      const total = totals.get(`${wave} ${variable}`)
      const value = `${variable} in wave ${wave}`
      if (total === undefined)
        mistakes.push({
          what: 'no shares to rake to',
          value,
          where: file,
          hint: 'add a row for each category',
        })
      else if (Math.abs(total - 1) > rounding)
        mistakes.push({
          what: 'shares that do not sum to 1',
          value: `${value}: ${Number(total.toPrecision(6))}`,
          where: targets.find((one) => one.wave === wave && one.variable === variable)?.where ?? file,
          hint: 'mend them, or add the category that is missing',
        })
    }
  return {
    targets: targets.map((one) => ({
      ...one,
      share: one.share / (totals.get(`${one.wave} ${one.variable}`) ?? 1),
    })),
    mistakes,
  }
}
