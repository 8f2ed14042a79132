/** What the pipeline estimates, as it is in the population. */
import type { Company } from './companies.ts'
import { type Condition, expectations, points, promotion, type Worth } from './expectation.ts'
import { type Item, indices, items, promoterItem } from './items.ts'
import { type Cell, cells, validity } from './validity.ts'
import type { Wave } from './waves.ts'

/** The part of all ratings that a score is about. */
export interface Part {
  condition?: Condition
  inside?(cell: Cell): boolean
}

/** A mean over ratings of what is computed from the answers to `asked`, of which a rating needs `least`. */
interface Score {
  asked: readonly Item[]
  least: number
  worth(item: Item): Worth
}

const itemsOf = (ids: readonly string[], wave: Wave): Item[] =>
  items.filter(({ id }) => ids.includes(id) && wave.itemColumns.has(id))

/** The index in the wave; undefined where none of its items is asked. */
function scoreOf(id: string, wave: Wave): Score | undefined {
  const asked = itemsOf(id === 'net_promoter' ? [promoterItem] : (indices[id] ?? []), wave)
  if (asked.length === 0) return undefined
  const worth = id === 'net_promoter' ? () => promotion : points
  return { asked, least: Math.ceil(asked.length / 2), worth }
}

/** Truth by numerical integration: no draws, so without simulation error. */
export function truthOf(waves: readonly Wave[]) {
  const expectation = expectations()
  const valid = new Map<string, ReturnType<typeof validity>[]>()

  /** E[w y r] / E[w r] of one company in one wave: y the score of a rating, r = 1 where it has one. */
  function mean({ asked, least, worth }: Score, company: Company, wave: Wave, part: Part): number {
    const key = `${asked.map(({ id }) => id).join(' ')} ${least}`
    const chances = valid.get(key) ?? cells.map((cell) => validity(asked, least, cell))
    valid.set(key, chances)
    const answers = asked.map((item) => {
      const place = items.indexOf(item)
      return {
        centre: (company.means[wave.index]?.[place] ?? 0) + item.shift,
        loading: item.loading,
        worth: worth(item),
        expected: expectation(item, company.industry.kind, part.condition ?? {}),
      }
    })
    let above = 0
    let below = 0
    for (const [place, cell] of cells.entries()) {
      if (part.inside?.(cell) === false) continue
      const { chance = 0, parts = [] } = chances[place] ?? {}
      below += cell.chance * chance
      const feeling = cell.lenience + (company.personas[cell.persona] ?? 0)
      for (const [index, { centre, loading, worth: paid, expected }] of answers.entries()) {
        const share = cell.chance * (parts[index] ?? 0)
        if (share > 0) above += share * expected(paid, centre + loading * feeling)
      }
    }
    return above / below
  }

  return {
    waves,
    /** A score of an index, or `net_promoter`; undefined where it is not asked. */
    score(id: string, company: Company, wave: Wave, part: Part = {}): number | undefined {
      const score = scoreOf(id, wave)
      return score === undefined ? undefined : mean(score, company, wave, part)
    },
    /** The mean of item `id` in 0-100 among ratings with an answer to both items of a touchpoint. */
    paired(id: string, both: readonly string[], company: Company, wave: Wave): number {
      const asked = itemsOf(both, wave)
      const one = (item: Item): Worth => (item.id === id ? points(item) : { start: 0, steps: [], adds: 0 })
      return asked.length * mean({ asked, least: asked.length, worth: one }, company, wave, {})
    },
  }
}

export type Truth = ReturnType<typeof truthOf>
