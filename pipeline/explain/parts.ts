/** explain: the parts of the customer’s journey, and what was experienced there (METHOD.md §17). */
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { grouped } from '../group.ts'
import type { Measure } from '../measures.ts'
import { type CompanyEstimate, type Scored, score } from '../score.ts'
import { type Shown, shownPart } from '../show.ts'
import { nobody, type Sampled } from '../sides.ts'
import { domainMean, variance } from '../stats/design.ts'
import { byCompany, measureSums } from '../sums.ts'
import { partKinds } from '../tables-explain.ts'
import type { Value } from './figures.ts'
import type { Place, Touchpoint } from './touchpoints.ts'

type Kind = (typeof partKinds)[number]

/** A part of the journey, and the touchpoints of it that the wave asks. */
export interface Part {
  kind: Kind
  value: string
  touchpoints: readonly Touchpoint[]
}

/** The part of this kind that a touchpoint belongs to. */
export const partOf = (kind: Kind, place: Place): string | null =>
  kind === 'touchpoint' ? place.id : place[kind]

/** The parts of the journey, in the order of the contract. */
export const partsOf = (touchpoints: readonly Touchpoint[]): Part[] =>
  partKinds.flatMap((kind) =>
    [...grouped(touchpoints, (touchpoint) => partOf(kind, touchpoint))].flatMap(([value, own]) =>
      value === null ? [] : [{ kind, value, touchpoints: own }],
    ),
  )

/** The ids of touchpoints: they hold no |. */
export const keyOf = (touchpoints: readonly Place[]): string => touchpoints.map(({ id }) => id).join('|')

/** The mean over those of the touchpoints that a rating answered; null where it answered none. */
function meanOver(touchpoints: readonly Touchpoint[], of: 'expected' | 'experienced'): Measure {
  const points = touchpoints.map((one) => `case when ${one.both} then ${one[of]} else 0 end`)
  const count = touchpoints.map(({ both }) => `${both}::integer`)
  return `(${points.join(' + ')}) / nullif(${count.join(' + ')}, 0)`
}

/** A company at some touchpoints. */
export interface CompanyPart {
  experienced: CompanyEstimate
  /** experienced minus expected, as a score */
  gap: Value
  /** experienced minus that at the other touchpoints; undefined where the wave asks none */
  beside: CompanyEstimate | undefined
}

export interface PartScores {
  experienced: Scored
  companies: readonly CompanyPart[]
}

/** Scores `some` of the touchpoints of the wave that is loaded. `before`: those that the wave before scored, by key. */
export async function partScores(
  db: Database,
  study: Study,
  read: Sampled,
  [all, some]: readonly [readonly Touchpoint[], readonly Touchpoint[]],
  before: ReadonlySet<string> | undefined,
): Promise<PartScores> {
  const [expected, experienced] = [meanOver(some, 'expected'), meanOver(some, 'experienced')]
  const measures = byCompany([expected, `${experienced} - ${expected}`])
  const sums = await measureSums(db, study, read.design, measures, false)
  const single = (k: number, side: number): Value => {
    const domain = domainMean(sums.get(2 * (read.rated[k] ?? -1) + side) ?? nobody, read.design)
    return { value: domain.mean, variance: variance(domain, read.design) }
  }
  const name = keyOf(some)
  const least = study.publication.minimum_segment_n
  const scored = await score(db, study, read, experienced, {
    rule: (n, variance, k) => shownPart(study, n, [variance, single(k, 0).variance, single(k, 1).variance]),
    least,
    remembered: study.design.panel
      ? { name: `touchpoints ${name}`, before: before?.has(name) ?? false }
      : undefined,
  })
  const others = all.filter((one) => !some.includes(one))
  const rule = (n: number, variance: number, k: number): Shown => {
    const { published = false, reason = null } = scored.companies[k] ?? {}
    const own = shownPart(study, n, [variance])
    return published || own.reason === 'too_few_ratings' ? own : { published, reason }
  }
  const beside = `${experienced} - ${meanOver(others, 'experienced')}`
  const apart = others.length === 0 ? undefined : await score(db, study, read, beside, { rule, least })
  return {
    experienced: scored,
    companies: scored.companies.map((company, k) => ({
      ...{ experienced: company, gap: single(k, 1), beside: apart?.companies[k] },
    })),
  }
}
