/**
 * truth.csv: what the pipeline estimates, as it is in the population. The pipeline never reads it. CONTRIBUTING.md,
 * "The simulated study", says what each row means.
 */
import { type Company, isActive } from './companies.ts'
import { indices } from './items.ts'
import { segmentParts } from './segments.ts'
import { expectedItem, experiencedItem, touchpoints } from './touchpoints.ts'
import { beliefRows } from './truth-beliefs.ts'
import { driverRows, orderRows, plantedRows, populationRows } from './truth-model.ts'
import { type Part, type Truth, truthOf } from './truth-scores.ts'
import type { Wave } from './waves.ts'

/** A row of truth.csv. */
export interface TruthRow {
  index: string
  level: string
  entity: string
  score: number
  part?: string
  note?: string
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Scores of companies, and their means by industry and over all. */
function* scoreRows(
  truth: Truth,
  wave: Wave,
  active: readonly Company[],
  index: string,
  suffix = '',
  part: Part & { name?: string } = {},
): Generator<TruthRow> {
  const scores = active.flatMap((company) => {
    const score = truth.score(index, company, wave, part)
    return score === undefined ? [] : [{ company, score }]
  })
  if (scores.length === 0) return
  const rest = { index, ...(part.name === undefined ? {} : { part: part.name }) }
  for (const { company, score } of scores)
    yield { ...rest, level: `company${suffix}`, entity: company.id, score }
  for (const industry of new Set(active.map((company) => company.industry))) {
    const own = scores.filter(({ company }) => company.industry === industry)
    yield {
      ...rest,
      level: `industry${suffix}`,
      entity: industry.id,
      score: meanOf(own.map(({ score }) => score)),
    }
  }
  yield { ...rest, level: `all${suffix}`, entity: 'all', score: meanOf(scores.map(({ score }) => score)) }
}

/** Expected, experienced and the gap at every touchpoint, among ratings that answered both. */
function* gapRows(truth: Truth, wave: Wave, active: readonly Company[]): Generator<TruthRow> {
  if (!wave.has('touchpoints')) return
  for (const touchpoint of touchpoints) {
    const both = [expectedItem(touchpoint), experiencedItem(touchpoint)] as const
    for (const company of active) {
      const [expected, experienced] = both.map((id) => truth.paired(id, both, company, wave))
      const row = { level: 'company', entity: company.id, part: touchpoint.id }
      yield { ...row, index: 'expected', score: expected ?? 0 }
      yield { ...row, index: 'experienced', score: experienced ?? 0 }
      yield { ...row, index: 'gap', score: (experienced ?? 0) - (expected ?? 0) }
    }
  }
}

function* rowsOf(truth: Truth, wave: Wave, active: readonly Company[]): Generator<TruthRow> {
  for (const index of [...Object.keys(indices), 'net_promoter']) yield* scoreRows(truth, wave, active, index)
  if (wave.isLast)
    for (const part of segmentParts) yield* scoreRows(truth, wave, active, 'satisfaction', '_segment', part)
  yield* gapRows(truth, wave, active)
  yield* beliefRows(wave, active)
  yield* orderRows(truth, wave, active)
  yield* populationRows()
  if (!wave.isLast) return
  yield* driverRows(active)
  yield* plantedRows(active, truth.waves.length)
}

/** The text of truth.csv, in pieces. */
export function* truthLines(companies: readonly Company[], waves: readonly Wave[]): Generator<string> {
  const truth = truthOf(waves)
  yield 'wave,index,level,entity_id,score,mc_se,part,note\n'
  for (const wave of waves) {
    let piece = ''
    const active = companies.filter((company) => isActive(company, wave))
    for (const { index, level, entity, part = '', score, note = '' } of rowsOf(truth, wave, active))
      piece += `${wave.id},${index},${level},${entity},${score.toFixed(6)},0,${part},${note}\n`
    yield piece
  }
}
