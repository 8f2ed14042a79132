/** All figures of a plan: a row per base, and the bases that a difference takes. */
import type { Study } from '../contract/study.ts'
import { type Places, placesAt, repetitionsFor } from './places.ts'
import { baseFor, type Precision, precision, wantedPower } from './precision.ts'
import { type KindName, type Tenths, tenthsOf, type Variation } from './variation.ts'

const usualBases = [30, 50, 75, 100, 150, 200, 300, 500, 1000]

/** Another seed moves the places told apart within their Monte Carlo errors. */
const seed = 1

export interface PlanRow {
  base: number
  precision: Record<KindName, Precision | null>
  places: Places
}

/** The base that a difference takes, tested alone and in its family; null where it is above a million, or nothing is tested. */
interface Needed {
  alone: number | null
  in_family: number | null
}

export interface Plan {
  study: string
  title: string
  wave: string
  index: string
  confidence: number
  power: number
  companies: number
  industries: number
  /** ranked companies in the median industry with two or more */
  industry_size: number
  /** of the ranked companies in the wave */
  bases: { least: number; median: number; most: number }
  /** standard deviation of a rating, and of the other figures at a base of one rating, in points */
  sd: Record<KindName, Tenths | null>
  /** tests at once */
  tests: Record<KindName, number | null>
  correlation: Variation['correlation']
  truth: Variation['truth']
  simulation: { seed: number; repetitions: number }
  rows: PlanRow[]
  /** what was asked for with --n */
  n: number | null
  needed: ({ difference: number } & Record<KindName, Needed | null>) | null
}

const byKind = <Value>(of: (name: KindName) => Value): Record<KindName, Value> => ({
  company: of('company'),
  rest: of('rest'),
  pair: of('pair'),
  change: of('change'),
})

/** The figures that `variation` gives, for the usual bases and `n`, and for the difference `difference`. */
export function planOf(
  study: Study,
  of: { wave: string; index: string },
  variation: Variation,
  { n, difference }: { n?: number | undefined; difference?: number | undefined },
): Plan {
  const { companies, kinds, correlation, truth, size } = variation
  const { confidence } = study.publication
  const bases = [...new Set([...usualBases, ...(n === undefined ? [] : [n])])].sort((a, b) => a - b)
  const simulation = { seed, repetitions: repetitionsFor(companies.length) }
  const places = placesAt(variation, bases, 1 - confidence, simulation)
  const own = companies.map((company) => company.n)
  const needed = (name: KindName, points: number): Needed | null => {
    const kind = kinds[name]
    if (kind === undefined) return null
    const base = (tests: number) => baseFor(kind, points, confidence, tests) ?? null
    return { alone: base(1), in_family: name === 'company' ? null : base(kind.tests) }
  }
  return {
    study: study.id,
    title: study.title[study.languages[0] ?? ''] ?? study.id,
    ...of,
    ...{ confidence, power: wantedPower },
    companies: companies.length,
    industries: new Set(companies.map(({ industry }) => industry)).size,
    industry_size: size,
    bases: { least: Math.min(...own), median: tenthsOf(own).median, most: Math.max(...own) },
    sd: byKind((name) => kinds[name]?.sd ?? null),
    tests: byKind((name) => kinds[name]?.tests ?? null),
    ...{ correlation, truth, simulation },
    rows: bases.flatMap((base, k) => {
      const told = places[k]
      const of = (name: KindName) => {
        const kind = kinds[name]
        return (kind && precision(kind, base, confidence)) ?? null
      }
      return told === undefined ? [] : [{ base, precision: byKind(of), places: told }]
    }),
    n: n ?? null,
    needed: difference === undefined ? null : { difference, ...byKind((name) => needed(name, difference)) },
  }
}
