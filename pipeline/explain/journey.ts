/** explain: the customer’s journey by touchpoint, department, step and channel (METHOD.md §17). */
import { groupMeans } from '../aggregate.ts'
import { comparableDesign } from '../comparability.ts'
import { adjustedTests, type Change, companyChanges } from '../compare.ts'
import type { Study, Wave } from '../contract/study.ts'
import type { Database } from '../db.ts'
import type { Measure } from '../measures.ts'
import { type CompanyEstimate, type Remembered, type Scored, score } from '../score.ts'
import { type Shown, shownPart } from '../show.ts'
import { type ReadWave, sidesOf } from '../sides.ts'
import { contrast } from '../stats/design.ts'
import { type Difference, differenceTest, interval, smallerFreedom } from '../stats/interval.ts'
import { spread } from '../sums.ts'
import type { JourneyRow } from '../tables.ts'
import { partKinds } from '../tables-explain.ts'
import { differenceAs, open, type Value } from './figures.ts'
import { type Touchpoint, touchpointsAsked, touchpointsOf } from './touchpoints.ts'

type Kind = (typeof partKinds)[number]

/** A part of the journey, and the touchpoints of it that the wave asks. */
interface Part {
  kind: Kind
  value: string
  touchpoints: readonly Touchpoint[]
}

/** As much of a scored part as its change takes: the rest need not be kept in memory. */
type Compared = Pick<Scored, 'companies' | 'panel'>

/** What the wave after is compared with. */
export interface Journey {
  /** what customers experienced, by kind and value of the part */
  parts: ReadonlyMap<string, Compared>
  /** the sets of touchpoints that were scored, by their ids */
  sets: ReadonlySet<string>
}

const valueIn = (kind: Kind, touchpoint: Touchpoint): string | null =>
  kind === 'touchpoint' ? touchpoint.id : touchpoint[kind]

const keyOf = (touchpoints: readonly { id: string }[]): string => touchpoints.map(({ id }) => id).join('|')

/** The parts of the journey, in the order of the contract. */
function partsOf(touchpoints: readonly Touchpoint[]): Part[] {
  return partKinds.flatMap((kind) => {
    const values = [...new Set(touchpoints.map((touchpoint) => valueIn(kind, touchpoint)))]
    return values.flatMap((value) =>
      value === null
        ? []
        : [{ kind, value, touchpoints: touchpoints.filter((one) => valueIn(kind, one) === value) }],
    )
  })
}

/** The mean over those of the touchpoints that a rating answered; null where it answered none. */
function meanOver(touchpoints: readonly Touchpoint[], of: 'expected' | 'experienced'): Measure {
  const points = touchpoints.map((one) => `case when ${one.both} then ${one[of]} else 0 end`)
  const count = touchpoints.map(({ both }) => `${both}::integer`)
  return `(${points.join(' + ')}) / nullif(${count.join(' + ')}, 0)`
}

/** A set of touchpoints as it was experienced, its gap, and how it differs from the others. */
interface Scores {
  experienced: Scored
  /** by company: experienced minus expected, and whether the row may be shown */
  gaps: readonly { gap: Value; rule: Shown }[]
  /** undefined where the wave asks no other touchpoint */
  besideOthers: Scored | undefined
}

async function scoresOf(
  db: Database,
  study: Study,
  { design, rated }: ReadWave,
  all: readonly Touchpoint[],
  some: readonly Touchpoint[],
  before: ReadonlySet<string> | undefined,
): Promise<Scores> {
  const { aggregate } = study.publication
  const others = all.filter((one) => !some.includes(one))
  const [expected, experienced] = [meanOver(some, 'expected'), meanOver(some, 'experienced')]
  const { parts } = await sidesOf(db, study, [expected, experienced], rated, design, aggregate)
  const gaps = rated.map((_, k) => {
    const { means, matrix } = groupMeans({ ...parts, aggregate: 'companies' }, [[2 * k], [2 * k + 1]])
    const gap = contrast(means, matrix, [-1, 1])
    const variances = [matrix[0]?.[0] ?? 0, matrix[1]?.[1] ?? 0, gap.variance]
    return { gap, rule: shownPart(study, parts.domains[2 * k]?.n ?? 0, variances) }
  })
  const rule = (n: number, variance: number, k: number): Shown => {
    const whole = gaps[k]?.rule
    return whole?.published === false ? whole : shownPart(study, n, [variance])
  }
  const by = (measure: Measure, remembered?: Remembered) =>
    score(db, study, measure, rated, design, { aggregate, rule, remembered })
  const name = keyOf(some)
  const kept = { name: `touchpoints ${name}`, before: before?.has(name) ?? false }
  return {
    gaps,
    experienced: await by(experienced, study.design.panel ? kept : undefined),
    besideOthers:
      others.length === 0 ? undefined : await by(`${experienced} - ${meanOver(others, 'experienced')}`),
  }
}

/** How the part can be compared with the wave before. */
function knownBefore(study: Study, { kind, value, touchpoints }: Part, now: Wave, before: Wave | undefined) {
  const asked = (wave: Wave) =>
    touchpointsOf(study, wave).filter((id) =>
      kind === 'touchpoint' ? id === value : study.contract.touchpoints[id]?.[kind] === value,
    )
  const then = before === undefined ? [] : asked(before)
  return {
    first: !study.waves.slice(0, study.waves.indexOf(now)).some((wave) => asked(wave).length > 0),
    asked: then.length > 0,
    comparable:
      before !== undefined && then.join('|') === keyOf(touchpoints) && comparableDesign(study, before, now),
  }
}

/** Degrees of freedom of a company beside the others of its industry that count. */
function freedomBeside(
  { companies, publication }: Study,
  all: readonly CompanyEstimate[],
  one: CompanyEstimate,
): number {
  const industry = companies[one.company]?.industry
  const counts = ({ n, published }: CompanyEstimate) =>
    publication.aggregate === 'ratings' ? n > 0 : published
  const others = all.filter(
    (other) => other !== one && companies[other.company]?.industry === industry && counts(other),
  )
  return smallerFreedom(
    one.df,
    others.map(({ df }) => df),
  )
}

interface CompanyPart {
  part: Part
  company: CompanyEstimate
  gap: Value
  others: CompanyEstimate | undefined
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
  const scores = new Map<string, Scores>()
  const found: CompanyPart[] = []
  const parts = new Map<string, Compared>()
  for (const part of partsOf(touchpoints)) {
    const key = keyOf(part.touchpoints)
    const scored =
      scores.get(key) ??
      (await scoresOf(db, study, read, touchpoints, part.touchpoints, before?.journey.sets))
    scores.set(key, scored)
    const known = knownBefore(study, part, wave, before?.wave)
    const name = `${part.kind} ${part.value}`
    const { companies, panel } = scored.experienced
    parts.set(name, { companies, panel })
    const changes = companyChanges(study, known, before?.journey.parts.get(name), scored.experienced, false)
    for (const [k, company] of scored.experienced.companies.entries()) {
      const [gap, others] = [scored.gaps[k]?.gap, scored.besideOthers?.companies[k]]
      if (gap === undefined) continue
      const rest = others?.published ? others.rest : undefined
      const df = others && freedomBeside(study, scored.besideOthers?.companies ?? [], others)
      found.push({
        ...{ part, company, gap, others },
        change: changes.get(study.companies[company.company]?.id ?? ''),
        test: rest && differenceTest(rest.difference, rest.se, df ?? 0, confidence),
      })
    }
  }
  const adjusted = new Map(
    partKinds.flatMap((kind) => [...adjustedTests(found.filter(({ part }) => part.kind === kind))]),
  )
  const order = new Map(read.rated.map((company, k) => [company, k]))
  const place = ({ company }: CompanyPart) => order.get(company.company) ?? 0
  return {
    rows: found
      .sort((a, b) => place(a) - place(b))
      .map((one) => journeyRow(study, wave, one, adjusted.get(one)?.bh ?? null)),
    journey: { parts, sets: new Set(scores.keys()) },
  }
}

function journeyRow(study: Study, wave: Wave, one: CompanyPart, p: number | null): JourneyRow {
  const { part, company, gap, others, change, test } = one
  const { confidence } = study.publication
  const own = interval(company.score ?? 0, company.se ?? 0, company.df, confidence)
  const { gap: points, ...limits } = differenceAs('gap', gap, company.df, confidence)
  const verdict =
    (p ?? 1) >= 1 - confidence ? 'no_clear_difference' : (test?.difference ?? 0) < 0 ? 'weaker' : 'stronger'
  const figures = {
    ...{ n_effective: company.nEffective, experienced: company.score, se: company.se, df: company.df },
    ...{ low: own?.low ?? null, high: own?.high ?? null },
    ...{ gap: points, gap_se: spread * Math.sqrt(gap.variance), ...limits },
    ...{ change: change?.test?.difference ?? null, change_se: change?.test?.se ?? null },
    ...{ change_low: change?.test?.low ?? null, change_high: change?.test?.high ?? null },
    ...{ change_p: change?.test?.p ?? null, change_p_adjusted: change?.adjusted ?? null },
    change_verdict: change?.verdict ?? null,
    ...{ beside_others: test?.difference ?? null, beside_others_se: test?.se ?? null },
    ...{ beside_others_df: test?.df ?? null },
    ...{ beside_others_low: test?.low ?? null, beside_others_high: test?.high ?? null },
    ...{ p_value: test?.p ?? null, p_adjusted: p },
    verdict: test === undefined ? null : verdict,
  } as const
  return {
    ...{ wave: wave.id, company_id: study.companies[company.company]?.id ?? '' },
    ...{ part: part.kind, value: part.value, touchpoints: keyOf(part.touchpoints) },
    n: company.n,
    ...open(company.published, figures),
    n_others: others?.n ?? 0,
    ...{ published: company.published, reason: company.reason },
  }
}
