/** explain: split ballots, what the order of questions does to the answers (METHOD.md §16). */
import { pooledMeans } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import { inNaturalOrder } from '../contract/time.ts'
import { type Database, literal } from '../db.ts'
import { UserError } from '../errors.ts'
import { adjustedTests, testFigures, verdictOf } from '../family.ts'
import { indexMeasure, type Measure } from '../measures.ts'
import type { OpenWave } from '../read/wave.ts'
import type { Scored } from '../score.ts'
import { shown, shownTogether } from '../show.ts'
import { freedomOf, partsOf, type ReadWave, type Sampled, sidesOf } from '../sides.ts'
import { contrast } from '../stats/design.ts'
import { groupColumn } from '../sums.ts'
import type { ExperimentRow } from '../tables.ts'
import { meanAt, scoreAs, shownIf, testOf } from './figures.ts'

/** A split ballot of the wave: the column of `ratings` that tells its halves apart, and their values. */
export interface Ballot {
  experiment: string
  column: string
  halves: readonly [string, string]
}

/** The split ballots of the wave that is loaded: those whose column is there and holds two values. */
export async function ballots(
  db: Database,
  study: Study,
  open: OpenWave,
  notice: (line: string) => void,
): Promise<Ballot[]> {
  const found: Ballot[] = []
  for (const [experiment, { column: role }] of Object.entries(study.contract.experiments)) {
    const column = groupColumn(study, open, role)
    if (column === undefined) continue
    const rows = await db.rows(
      `select distinct ${column} as half from ratings where ${column} is not null order by half limit 13`,
    )
    const halves = rows.map(({ half }) => String(half)).sort(inNaturalOrder)
    const [a, b] = halves
    if (halves.length > 2)
      throw new UserError({
        what: `experiments.${experiment}: a split ballot has two halves`,
        value: `${role} holds ${halves.slice(0, 12).join(', ')}${halves.length > 12 ? ' and more' : ''}`,
        where: `wave ${open.wave.id}, ${open.wave.files.join(', ')}`,
        hint: `leave two values, and BLANK for those who are in neither half, under values.${role} of the wave`,
      })
    if (a === undefined || b === undefined)
      notice(
        `wave ${open.wave.id}: ${role} does not tell two halves apart, experiments.${experiment} has no rows`,
      )
    else {
      await wholly(db, open, { experiment, column, role })
      found.push({ experiment, column, halves: [a, b] })
    }
  }
  return found
}

/** Respondents are divided, not their ratings: nobody is in both halves. */
async function wholly(
  db: Database,
  open: OpenWave,
  { experiment, column, role }: { experiment: string; column: string; role: string },
): Promise<void> {
  const [row] = await db.rows(`select count(*)::integer as both from (
    select respondent from ratings group by respondent having min(${column}) <> max(${column}))`)
  const both = Number(row?.both ?? 0)
  if (both > 0)
    throw new UserError({
      what: `experiments.${experiment}: a respondent in both halves`,
      value: `${role} holds two values for ${both} respondent${both === 1 ? '' : 's'}`,
      where: `wave ${open.wave.id}, ${open.wave.files.join(', ')}`,
      hint: 'a split ballot divides respondents, not their ratings: mend the column, or set one value in corrections.csv',
    })
}

/** The halves by one measure, the companies of `pooled` together. */
async function compare(
  db: Database,
  study: Study,
  read: Sampled,
  { column, halves }: Ballot,
  measure: Measure,
  pooled: ReadonlySet<number>,
) {
  const measures = halves.map((half) => `case when ${column} = ${literal(half)} then ${measure} end`)
  const sides = await sidesOf(db, study, read, measures)
  const counted = [...read.rated.keys()].filter((k) => pooled.has(read.rated[k] ?? -1))
  const all = partsOf(sides, counted)
  const two = pooledMeans(sides.parts, all)
  const [dfA = 0, dfB = 0, df = 0] = await freedomOf(db, sides, [...all, all.flat()])
  const [a, b] = [meanAt(two, 0), meanAt(two, 1)]
  const [n_a = 0, n_b = 0] = two.domains.map(({ n }) => n)
  const [first, second] = [shown(study, n_a, a.variance), shown(study, n_b, b.variance)]
  const rule = shownTogether(first.published ? second : first)
  const apart = contrast(two.means, two.matrix, [-1, 1])
  const test = rule.published ? testOf(apart, df - 1, study.publication.confidence) : undefined
  const scores = {
    ...scoreAs('score_a', a, dfA, study.publication.confidence),
    ...scoreAs('score_b', b, dfB, study.publication.confidence),
  }
  return { n: { n_a, n_b }, rule, scores, test }
}

/** The halves of each split ballot, index by index; one family of tests per ballot. `scored`: by index. */
export async function experimentRows(
  db: Database,
  study: Study,
  read: ReadWave,
  given: readonly Ballot[],
  scored: ReadonlyMap<string, Pick<Scored, 'pooled'>>,
): Promise<ExperimentRow[]> {
  const { confidence } = study.publication
  const rows: ExperimentRow[] = []
  for (const ballot of given) {
    const { experiment, halves } = ballot
    const compared = []
    for (const index of study.indices) {
      const measure = indexMeasure(index, read.open)
      // Of an index without scores nothing is shown of which the halves would tell.
      const pooled = scored.get(index.id)?.pooled ?? new Set(read.rated)
      if (measure !== undefined)
        compared.push({ index: index.id, ...(await compare(db, study, read, ballot, measure, pooled)) })
    }
    const adjusted = adjustedTests(compared, ({ test }) => test)
    for (const one of compared) {
      const p = adjusted.get(one)?.holm
      const figures = {
        ...one.scores,
        ...testFigures(one.test),
        p_adjusted: p ?? null,
        verdict: verdictOf(one.test, p, confidence, ['a_higher', 'no_clear_difference', 'b_higher'] as const),
      }
      rows.push({
        ...{ wave: read.open.wave.id, experiment, index: one.index, half_a: halves[0], half_b: halves[1] },
        ...one.n,
        ...shownIf(one.rule.published, figures),
        ...one.rule,
      })
    }
  }
  return rows
}
