/** compare: changes from the wave before (METHOD.md §7). */

import type { changeVerdicts } from './columns-shared.ts'
import { comparable } from './comparability.ts'
import type { Study, Wave } from './contract/study.ts'
import { adjustedTests, verdictOf } from './family.ts'
import { type Compared, likeForLike } from './like-for-like.ts'
import { itemsAsked } from './measures.ts'
import { type Estimate, figureOf, type Scored } from './score.ts'
import { changeTest, type Difference, type Overlap } from './stats/interval.ts'
import { acrossCovariance } from './stats/panel.ts'
import { spread } from './sums.ts'

type ChangeVerdict = (typeof changeVerdicts)[number]

export interface Change {
  test: Difference | undefined
  adjusted: number | null
  adjustedBh: number | null
  verdict: ChangeVerdict
}

/** What the wave before knows of an index. */
interface Before {
  /** no wave before has asked the index */
  first: boolean
  /** the wave before asked it */
  asked: boolean
  /** in a comparable way: otherwise there is a break */
  comparable: boolean
  estimate(entity: string): Estimate | undefined
  /** the two estimates as they are compared; undefined where they cannot be */
  compared(entity: string, then: Estimate, now: Estimate): Compared | undefined
}

type Tested = { verdict: ChangeVerdict; test: undefined } | { verdict: undefined; test: Difference }

function changeOf(
  entity: string,
  now: Estimate,
  before: Before,
  ranked: boolean,
  confidence: number,
): Tested {
  if (before.first) return { verdict: 'first_wave', test: undefined }
  if (!before.asked) return { verdict: 'not_comparable', test: undefined }
  const then = before.estimate(entity)
  if (then === undefined || then.n === 0) return { verdict: 'new', test: undefined }
  const enough = (one: Estimate) => (ranked ? one.reason === null : one.published)
  if (!enough(now) || !enough(then)) return { verdict: 'base_too_small', test: undefined }
  if (!before.comparable) return { verdict: 'not_comparable', test: undefined }
  const compared = before.compared(entity, then, now)
  const test = compared && changeTest(compared.was, compared.is, confidence, compared.overlap)
  return test === undefined ? { verdict: 'base_too_small', test } : { verdict: undefined, test }
}

/** The changes of one index, wave and level: one family of tests. */
function changes(
  entities: ReadonlyMap<string, Estimate>,
  before: Before,
  ranked: boolean,
  confidence: number,
): Map<string, Change> {
  const found = [...entities].map(([entity, now]) => ({
    entity,
    ...changeOf(entity, now, before, ranked, confidence),
  }))
  const adjusted = adjustedTests(found, ({ test }) => test)
  return new Map(
    found.map((one): [string, Change] => {
      const p = adjusted.get(one)
      if (one.test === undefined || p === undefined)
        return [
          one.entity,
          { test: undefined, adjusted: null, adjustedBh: null, verdict: one.verdict ?? 'base_too_small' },
        ]
      const verdict = verdictOf(one.test, p.holm, confidence, ['down', 'no_clear_change', 'up'] as const)
      return [one.entity, { test: one.test, adjusted: p.holm, adjustedBh: p.bh, verdict }]
    }),
  )
}

export interface IndexChanges {
  companies: ReadonlyMap<string, Change>
  industries: ReadonlyMap<string, Change>
  all: Change | undefined
}

/** As much of a scored measure as its changes take: the rest need not be kept in memory. */
export type Changing = Pick<Scored, 'companies' | 'panel'>

/** What a company, or a group by its number, shares with itself in the wave before. */
function overlapOf(
  then: Changing | undefined,
  now: Changing,
  kind: 'companies' | 'groups',
  number: number,
): Overlap | undefined {
  const shared = now.panel?.shared
  const [first, second] = [then?.panel?.[kind].get(number), now.panel?.[kind].get(number)]
  if (shared === undefined || first === undefined || second === undefined) return undefined
  const own = shared.across.pairs.get(number)?.get(number)
  return {
    covariance: spread ** 2 * acrossCovariance(first, second, shared.across),
    units: (kind === 'groups' ? shared.bases.get(number) : own?.n) ?? 0,
  }
}

/** The estimates as they are published. */
function asTheyAre(then: Estimate, now: Estimate, overlap: Overlap | undefined): Compared | undefined {
  const [first, second] = [figureOf(then), figureOf(now)]
  return first && second && { was: first, is: second, overlap }
}

/** The changes of companies in one measure, by id: one family of tests. `ranked`: only among those ranked in both waves. */
export function companyChanges(
  study: Study,
  known: Pick<Before, 'first' | 'asked' | 'comparable'>,
  then: Changing | undefined,
  now: Changing,
  ranked: boolean,
): Map<string, Change> {
  const byId = (one: Changing | undefined) =>
    new Map(one?.companies.map((company) => [study.companies[company.company]?.id ?? '', company]))
  const before = byId(then)
  const company = (id: string) => study.companies.findIndex((one) => one.id === id)
  return changes(
    byId(now),
    {
      ...known,
      estimate: (id) => before.get(id),
      compared: (id, was, is) => asTheyAre(was, is, overlapOf(then, now, 'companies', company(id))),
    },
    ranked,
    study.publication.confidence,
  )
}

/** The changes of an index from the wave before, at each level. */
export function indexChanges(
  study: Study,
  wave: Wave,
  index: string,
  scored: Scored,
  before: { wave: Wave; scored: ReadonlyMap<string, Scored> } | undefined,
): IndexChanges {
  const { confidence } = study.publication
  const asks = (one: Wave) => itemsAsked(study, index, one).length > 0
  const known = {
    first: !study.waves.slice(0, study.waves.indexOf(wave)).some(asks),
    asked: before !== undefined && asks(before.wave),
    comparable: before !== undefined && comparable(study, index, before.wave, wave),
  }
  const then = before?.scored.get(index)
  /** A group by its number: industries in the order of the register, then all. */
  const groupCompared = (number: number, was: Estimate, is: Estimate): Compared | undefined => {
    if (study.publication.aggregate === 'ratings' || then === undefined)
      return asTheyAre(was, is, overlapOf(then, scored, 'groups', number))
    return likeForLike(study, then, scored, {
      industry: study.industries[number]?.id,
      df: [was.df, is.df],
      units: scored.panel?.shared?.bases.get(number) ?? 0,
    })
  }
  const group = (id: string) => study.industries.findIndex((one) => one.id === id)
  return {
    companies: companyChanges(study, known, then, scored, true),
    industries: changes(
      scored.industries,
      {
        ...known,
        estimate: (id) => then?.industries.get(id),
        compared: (id, was, is) => groupCompared(group(id), was, is),
      },
      false,
      confidence,
    ),
    all: changes(
      new Map([['all', scored.all]]),
      {
        ...known,
        estimate: () => then?.all,
        compared: (_, was, is) => groupCompared(study.industries.length, was, is),
      },
      false,
      confidence,
    ).get('all'),
  }
}
