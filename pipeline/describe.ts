/** check: what a wave consists of, and what a person should know about it though nothing is wrong. */
import { nearest } from './contract/nearest.ts'
import type { Study, Wave } from './contract/study.ts'
import type { Database } from './db.ts'
import type { Repetitions } from './exclude.ts'
import { grouped } from './group.ts'
import { publicRatings } from './match.ts'
import { itemsAsked } from './measures.ts'
import type { Weighting } from './rake.ts'
import type { OpenWave } from './read/wave.ts'
import { shownTogetherOf } from './show.ts'
import { countOf } from './sql.ts'
import type { Stratum } from './sums.ts'
import type { MarginRow, WaveRow } from './tables.ts'
import type { WeightSums } from './weigh.ts'

/** The row of the table waves: counts, and weights in multiples of their mean. */
export async function describeWave(
  db: Database,
  study: Study,
  open: OpenWave,
  weights: WeightSums,
  { sampled, weighting, ...repetitions }: Repetitions & { sampled: readonly Stratum[]; weighting: Weighting },
): Promise<WaveRow> {
  const respondents = sampled.reduce((sum, one) => sum + one.respondents, 0)
  const mean = weights.w / weights.n
  const [unmatched] = await db.rows(
    'select coalesce(sum(ratings), 0) as ratings from company_values where company is null',
  )
  return {
    wave: open.wave.id,
    respondents,
    ratings: await countOf(db, `ratings where ${publicRatings(study)}`),
    ...repetitions,
    unmatched: Number(unmatched?.ratings),
    largest_weight: weights.largest / mean,
    smallest_weight: weights.smallest / mean,
    design_effect: (weights.n * weights.ww) / weights.w ** 2,
    n_effective: weights.w ** 2 / weights.ww,
    weighting: weightingOf(study, open.wave),
    trim_rounds: weighting.trimRounds,
    largest_before_trim: weighting.untrimmed?.largest ?? null,
    smallest_before_trim: weighting.untrimmed?.smallest ?? null,
    raking_sweeps: weighting.sweeps,
    largest_margin_error: weighting.margins.length > 0 ? weighting.error : null,
    sampling_units: sampled.reduce((sum, one) => sum + one.units, 0),
    strata: sampled.length,
  }
}

/** How the respondents of a wave are weighted. */
function weightingOf({ weighting: { base, rake, trim } }: Study, wave: Wave): WaveRow['weighting'] {
  if (rake.length > 0) return trim === undefined ? 'raked' : 'raked_and_trimmed'
  if (trim !== undefined) return 'trimmed'
  return wave.columns[base] === undefined ? 'none' : 'delivered'
}

/** The shares of the raked variables before and after weighting; those as delivered are withheld where one rests on few. */
export function marginRows(study: Study, wave: string, { margins }: Weighting): MarginRow[] {
  return margins.map(({ delivered, n, ...one }): MarginRow => {
    const rule = shownTogetherOf(
      study,
      margins.filter(({ variable }) => variable === one.variable).map((other) => other.n),
    )
    return {
      ...{ wave, ...one },
      ...{ n: rule.published ? n : null, delivered: rule.published ? delivered : null },
      ...rule,
    }
  })
}

/** What is read, and how: equal for waves that read the same rows. */
const reads = ({ files, rows, slots, columns, items }: Wave): string =>
  JSON.stringify([files, rows, slots, columns, items])

/** The role that may have been meant. */
function meant(role: string, wave: Wave): string {
  const near = nearest(role, Object.keys(wave.columns))
  return near === undefined ? '' : `; did you mean ${role} by ${near}?`
}

/** What is assumed or left out in the wave, a line each. */
export function notices(
  study: Study,
  { wave }: OpenWave,
  row: WaveRow,
  strata: readonly Stratum[],
): string[] {
  const lonely = strata.filter(({ units }) => units === 1).length
  const before = study.waves[study.waves.indexOf(wave) - 1]
  const { base } = study.weighting
  const weighted = wave.columns[base] !== undefined
  const raked = study.weighting.rake.length > 0
  const { strata: stratum, cluster } = study.design
  const lines: (string | false)[] = [
    !weighted &&
      `no column for the weight: every respondent ${raked ? 'enters the raking with' : 'weighs'} 1${meant(base, wave)}`,
    before !== undefined &&
      weighted !== (before.columns[base] !== undefined) &&
      `${weighted ? 'weighted' : 'not weighted'}, unlike ${before.id}: no change from it is computed`,
    stratum !== undefined &&
      wave.columns[stratum] === undefined &&
      `no column for the stratum: all are one stratum${meant(stratum, wave)}`,
    cluster !== undefined &&
      wave.columns[cluster] === undefined &&
      `no column for the sampling unit: respondents are the units${meant(cluster, wave)}`,
    ...study.waves
      .slice(0, study.waves.indexOf(wave))
      .filter((other) => reads(other) === reads(wave))
      .map(({ id }) => `reads the same rows as wave ${id}`),
    row.unmatched > 0 && `${row.unmatched} ratings of companies that match nobody are dropped`,
    lonely > 0 &&
      `strata of one ${cluster === undefined ? 'respondent' : 'sampling unit'}, centred on the mean of all: ${lonely}`,
    ...study.indices.map(({ id, min_items = 0 }) => {
      const asked = itemsAsked(study, id, wave).length
      return (
        asked > 0 &&
        min_items > asked &&
        `${id} needs ${min_items} answers, but ${asked} of its items were asked: no scores`
      )
    }),
  ]
  return lines.filter((line) => line !== false).map((line) => `wave ${wave.id}: ${line}`)
}

/** What is assumed of the registers: an empty share beside a given one. */
export function shareNotices(study: Study): string[] {
  const industries = grouped(study.companies, ({ industry }) => industry)
  return [...industries].flatMap(([industry, companies]) => {
    const given = companies.filter(({ share }) => share !== undefined).length
    return given === 0 || given === companies.length
      ? []
      : [`companies.csv: in ${industry} some companies have a share and some have none, which counts as 1`]
  })
}
