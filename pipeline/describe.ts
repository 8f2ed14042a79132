/** check: what a wave consists of, and what a person should know about it though nothing is wrong. */
import { nearest } from './contract/nearest.ts'
import type { Study, Wave } from './contract/study.ts'
import type { Database } from './db.ts'
import type { Repetitions } from './exclude.ts'
import { grouped } from './group.ts'
import { publicRatings } from './match.ts'
import { itemsAsked } from './measures.ts'
import type { OpenWave } from './read/wave.ts'
import { countOf } from './sql.ts'
import type { Stratum } from './sums.ts'
import type { WaveRow } from './tables.ts'

/** The row of the table waves: counts, and weights in multiples of their mean. */
export async function describeWave(
  db: Database,
  study: Study,
  open: OpenWave,
  strata: readonly Stratum[],
  repetitions: Repetitions,
): Promise<WaveRow> {
  const total = (of: (stratum: Stratum) => number) => strata.reduce((sum, one) => sum + of(one), 0)
  const respondents = total((one) => one.respondents)
  const mean = total((one) => one.w) / respondents
  const [unmatched] = await db.rows(
    'select coalesce(sum(ratings), 0) as ratings from company_values where company is null',
  )
  return {
    wave: open.wave.id,
    respondents,
    ratings: await countOf(db, `ratings where ${publicRatings(study)}`),
    ...repetitions,
    unmatched: Number(unmatched?.ratings),
    largest_weight: Math.max(...strata.map((one) => one.largest)) / mean,
    smallest_weight: Math.min(...strata.map((one) => one.smallest)) / mean,
    design_effect: (respondents * total((one) => one.ww)) / total((one) => one.w) ** 2,
  }
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
  const lonely = strata.filter(({ respondents }) => respondents === 1).length
  const before = study.waves[study.waves.indexOf(wave) - 1]
  const { base } = study.weighting
  const weighted = wave.columns[base] !== undefined
  const stratum = study.design.strata
  const lines: (string | false)[] = [
    !weighted && `no column for the weight: every respondent weighs 1${meant(base, wave)}`,
    before !== undefined &&
      weighted !== (before.columns[base] !== undefined) &&
      `${weighted ? 'weighted' : 'not weighted'}, unlike ${before.id}: a change from it is also one of weighting`,
    stratum !== undefined &&
      wave.columns[stratum] === undefined &&
      `no column for the stratum: all are one stratum${meant(stratum, wave)}`,
    ...study.waves
      .slice(0, study.waves.indexOf(wave))
      .filter((other) => reads(other) === reads(wave))
      .map(({ id }) => `reads the same rows as wave ${id}`),
    row.unmatched > 0 && `${row.unmatched} ratings of companies that match nobody are dropped`,
    lonely > 0 && `strata of one respondent, centred on the mean of all: ${lonely}`,
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
