/** explain: the customer’s journey by touchpoint, department, step and channel (METHOD.md §17). */
import { comparableDesign } from '../comparability.ts'
import { type Change, type Changing, companyChanges } from '../compare.ts'
import type { Study, Wave } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { adjustedTests, verdictOf } from '../family.ts'
import { grouped, interleaved } from '../group.ts'
import type { ReadWave } from '../sides.ts'
import { type Difference, differenceTest, interval } from '../stats/interval.ts'
import type { JourneyRow } from '../tables.ts'
import { scoreAs, shownIf, testAs } from './figures.ts'
import { type CompanyPart, keyOf, type Part, type PartScores, partOf, partScores, partsOf } from './parts.ts'
import { touchpointsAsked, touchpointsIn } from './touchpoints.ts'

/** What the wave after is compared with. */
export interface Journey {
  /** what customers experienced, by kind and value of the part */
  parts: ReadonlyMap<string, Changing>
  /** the sets of touchpoints that were scored, by their ids */
  sets: ReadonlySet<string>
}

/** How the part can be compared with the wave before. */
function knownBefore(study: Study, { kind, value, touchpoints }: Part, now: Wave, before: Wave | undefined) {
  const asked = (wave: Wave) => touchpointsIn(study, wave).filter((one) => partOf(kind, one) === value)
  const then = before === undefined ? [] : asked(before)
  return {
    first: !study.waves.slice(0, study.waves.indexOf(now)).some((wave) => asked(wave).length > 0),
    asked: then.length > 0,
    comparable:
      before !== undefined && keyOf(then) === keyOf(touchpoints) && comparableDesign(study, before, now),
  }
}

interface Found extends CompanyPart {
  part: Part
  change: Change | undefined
  /** beside the company’s other touchpoints, and that beside the rest of the industry */
  test: Difference | undefined
}

/** The table journey of the wave that is loaded, and what the wave after it is compared with. */
export async function journeyRows(
  db: Database,
  study: Study,
  read: ReadWave,
  before: { wave: Wave; journey: Journey } | undefined,
): Promise<{ rows: JourneyRow[]; journey: Journey }> {
  const { confidence } = study.publication
  const { wave } = read.open
  const touchpoints = touchpointsAsked(study, read.open)
  const scores = new Map<string, PartScores>()
  const found: Found[][] = []
  const parts = new Map<string, Changing>()
  for (const part of partsOf(touchpoints)) {
    const key = keyOf(part.touchpoints)
    const scored =
      scores.get(key) ??
      (await partScores(db, study, read, [touchpoints, part.touchpoints], before?.journey.sets))
    scores.set(key, scored)
    const known = knownBefore(study, part, wave, before?.wave)
    const name = `${part.kind} ${part.value}`
    const { companies, panel } = scored.experienced
    parts.set(name, { companies, panel })
    const changes = companyChanges(study, known, before?.journey.parts.get(name), scored.experienced, false)
    found.push(
      scored.companies.map((one): Found => {
        const { rest } = one.beside?.published ? one.beside : {}
        return {
          ...{ ...one, part, change: changes.get(idOf(study, one)) },
          test: rest && differenceTest(rest.difference, rest.se, rest.smallerDf, confidence),
        }
      }),
    )
  }
  const rows = interleaved(found)
  const kinds = [...grouped(rows, ({ part }) => part.kind).values()]
  const adjusted = new Map(kinds.flatMap((family) => [...adjustedTests(family, ({ test }) => test)]))
  return {
    rows: rows.map((one) => journeyRow(study, wave, one, adjusted.get(one)?.bh)),
    journey: { parts, sets: new Set(scores.keys()) },
  }
}

const idOf = ({ companies }: Study, { experienced }: CompanyPart): string =>
  companies[experienced.company]?.id ?? ''

/** `p`: adjusted. */
function journeyRow(study: Study, wave: Wave, one: Found, p: number | undefined): JourneyRow {
  const { part, experienced: own, gap, beside, change, test } = one
  const { confidence } = study.publication
  const limits = interval(own.score ?? 0, own.se ?? 0, own.df, confidence)
  const figures = {
    ...{ n_effective: own.nEffective, experienced: own.score, se: own.se, df: own.df },
    ...{ low: limits?.low ?? null, high: limits?.high ?? null },
    ...scoreAs('gap', gap, own.df, confidence),
    ...testAs('change', change?.test),
    ...{ change_se: change?.test?.se ?? null, change_p: change?.test?.p ?? null },
    ...{ change_p_adjusted: change?.adjusted ?? null, change_verdict: change?.verdict ?? null },
    ...testAs('beside_others', test),
    ...{ beside_others_se: test?.se ?? null, beside_others_df: test?.df ?? null },
    ...{ p_value: test?.p ?? null, p_adjusted: p ?? null },
    verdict:
      test === undefined
        ? null
        : verdictOf(test, p, confidence, ['weaker', 'no_clear_difference', 'stronger'] as const),
  }
  return {
    ...{ wave: wave.id, company_id: idOf(study, one) },
    ...{ part: part.kind, value: part.value, touchpoints: keyOf(part.touchpoints) },
    n: own.n,
    ...shownIf(own.published, figures),
    n_others: beside?.n ?? 0,
    ...{ published: own.published, reason: own.reason },
  }
}
