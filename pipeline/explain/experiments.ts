/** explain: split ballots, what the order of questions does to the answers (METHOD.md §16). */
import { adjustedTests } from '../compare.ts'
import type { Study } from '../contract/study.ts'
import { inNaturalOrder } from '../contract/time.ts'
import { type Database, literal } from '../db.ts'
import { UserError } from '../errors.ts'
import { indexMeasure } from '../measures.ts'
import type { OpenWave } from '../read/wave.ts'
import { shown, shownTogether } from '../show.ts'
import { freedomOf, type ReadWave } from '../sides.ts'
import { contrast, covariance, type DomainSums, domainMean } from '../stats/design.ts'
import { differenceTest } from '../stats/interval.ts'
import { groupColumn, measureSums, spread } from '../sums.ts'
import type { ExperimentRow } from '../tables.ts'
import { scoreAs, open as unless } from './figures.ts'

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
      `select distinct ${column} as half from ratings where ${column} is not null limit 13`,
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

/** The halves of each split ballot, index by index; one family of tests per ballot. */
export async function experimentRows(
  db: Database,
  study: Study,
  { open, design }: ReadWave,
  given: readonly Ballot[],
): Promise<ExperimentRow[]> {
  const { confidence } = study.publication
  const rows: ExperimentRow[] = []
  for (const { experiment, column, halves } of given) {
    const compared = []
    for (const index of study.indices) {
      const measure = indexMeasure(index, open)
      if (measure === undefined) continue
      const measures = halves.map((half) => `case when ${column} = ${literal(half)} then ${measure} end`)
      // All companies are one: a respondent’s ratings are summed up first, as those of a cluster are.
      const { domains: sums, shared } = await measureSums(
        ...([db, study, { ...design, clustered: true }, measures, { number: '0' }] as const),
      )
      const halvesOf = [0, 1].map((side) => domainMean(sums.get(side) ?? nobody, design))
      const [dfA = 0, dfB = 0, df = 0] = await freedomOf(db, [[0], [1], [0, 1]])
      const matrix = covariance(halvesOf, shared, design)
      const means = halvesOf.map(({ mean }) => mean)
      const n = halvesOf.map((half) => half.n)
      const rules = n.map((count, side) => shown(study, count, matrix[side]?.[side] ?? 0))
      const rule = shownTogether(rules.find(({ published }) => !published) ?? rules[0] ?? noRatings)
      const { value, variance } = contrast(means, matrix, [-1, 1])
      const test = rule.published
        ? differenceTest(spread * value, spread * Math.sqrt(variance), df - 1, confidence)
        : undefined
      const level = (side: number) => ({ value: means[side] ?? 0, variance: matrix[side]?.[side] ?? 0 })
      const scores = {
        ...scoreAs('score_a', level(0), dfA, confidence),
        ...scoreAs('score_b', level(1), dfB, confidence),
      }
      compared.push({ index: index.id, n, scores, rule, test })
    }
    const adjusted = adjustedTests(compared)
    for (const one of compared) {
      const { test, rule, scores, n } = one
      const figures = {
        ...scores,
        difference: test?.difference ?? null,
        se: test?.se ?? null,
        df: test?.df ?? null,
        ...{ low: test?.low ?? null, high: test?.high ?? null },
        p_value: test?.p ?? null,
        p_adjusted: adjusted.get(one)?.holm ?? null,
      }
      const clear = (figures.p_adjusted ?? 1) < 1 - confidence
      const verdict = !clear ? 'no_clear_difference' : (test?.difference ?? 0) > 0 ? 'b_higher' : 'a_higher'
      rows.push({
        ...{ wave: open.wave.id, experiment, index: one.index, half_a: halves[0], half_b: halves[1] },
        ...{ n_a: n[0] ?? 0, n_b: n[1] ?? 0 },
        ...unless(rule.published, figures),
        verdict: rule.published ? verdict : null,
        ...rule,
      })
    }
  }
  return rows
}

const nobody: DomainSums = { moments: [], pairs: [], margins: undefined }
const noRatings = { published: false, reason: 'too_few_ratings' } as const
