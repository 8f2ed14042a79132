/** Rows of the table `experiments`: what the order of questions does to the answers (METHOD.md §16). */
import { holm } from '../../pipeline/stats/adjust.ts'
import type { ExperimentRow } from '../../pipeline/tables.ts'
import { countedIn } from './counted.ts'
import { type Domain, domainOf, freedom } from './domain.ts'
import { personMean } from './entities.ts'
import { contrast, estimate, limitsOf, minus } from './estimate.ts'
import type { PlainStudy } from './plain.ts'
import { publicCompanies, shownPart, standing as standingOf } from './publication.ts'
import { together } from './tests.ts'
import { waveOf } from './wave.ts'

const withheld = {
  ...{ score_a: null, score_a_se: null, score_a_low: null, score_a_high: null },
  ...{ score_b: null, score_b_se: null, score_b_low: null, score_b_high: null },
  ...{ difference: null, se: null, df: null, low: null, high: null, p_value: null },
}

/** Numbers by size, words by code point. */
const natural = (a: string, b: string): number =>
  Number.isNaN(Number(a) - Number(b)) ? (a < b ? -1 : 1) : Number(a) - Number(b)

/** One experiment in a wave: a row per index that the wave asks. */
function rowsOf(study: PlainStudy, waveId: string, experiment: string): ExperimentRow[] {
  const wave = waveOf(study, waveId)
  const { minimum_shown, confidence } = study.publication
  const halfOf = wave.people.map(({ halves }) => halves?.[experiment] ?? '')
  const [half_a, half_b, ...more] = [...new Set(halfOf.filter((half) => half !== ''))].sort(natural)
  if (half_a === undefined || half_b === undefined || more.length > 0) throw new Error('not two halves')
  const companies = publicCompanies(study, waveId)
  const inHalf = new Map(
    wave.people.flatMap(({ ratings }, i) => ratings.map((rating) => [rating, halfOf[i]])),
  )
  const asked = study.waves.find(({ id }) => id === waveId)?.items ?? []
  const rows = study.indices.flatMap((index) => {
    const items = index.items.filter((item) => asked.includes(item))
    if (items.length === 0) return []
    const together = (among: readonly string[]) => {
      const domain = domainOf(wave, (rating) =>
        among.includes(rating.company) ? personMean(study, index, items, rating) : null,
      )
      return { n: domain.n, published: standingOf(wave, domain, study).published }
    }
    const members = companies.map(({ id, industry }) => ({ id, industry, ...together([id]) }))
    const ids = countedIn(members, together, minimum_shown).all.map(({ id }) => id)
    const [a, b] = [half_a, half_b].map((half) =>
      domainOf(wave, (rating) =>
        inHalf.get(rating) === half && ids.includes(rating.company)
          ? personMean(study, index, items, rating)
          : null,
      ),
    )
    if (!a || !b) throw new Error('no halves')
    const standing = shownPart(wave, [a, b], minimum_shown)
    const test = standing.published ? contrast(study, wave, minus(estimate(b), estimate(a))) : null
    const own = (half: Domain) => limitsOf(study, wave, estimate(half), freedom(wave, half.members), half.n)
    const limits = { a: own(a), b: own(b) }
    const figures = standing.published && {
      ...{ score_a: a.mean, score_a_se: limits.a.se, score_a_low: limits.a.low, score_a_high: limits.a.high },
      ...{ score_b: b.mean, score_b_se: limits.b.se, score_b_low: limits.b.low, score_b_high: limits.b.high },
      difference: test?.difference ?? null,
      ...{ se: test?.se ?? null, df: test?.df ?? null, low: test?.low ?? null, high: test?.high ?? null },
      p_value: test?.p ?? null,
    }
    return [
      {
        ...{ wave: waveId, experiment, index: index.id, half_a, half_b, n_a: a.n, n_b: b.n },
        ...{ ...withheld, ...figures, ...standing },
      },
    ]
  })
  const p = together(
    rows.map((row) => row.p_value),
    holm,
  )
  return rows.map((row, i): ExperimentRow => {
    const adjusted = p[i] ?? null
    const clear = adjusted !== null && adjusted < 1 - confidence
    const higher = (row.difference ?? 0) > 0 ? 'b_higher' : 'a_higher'
    const verdict = row.published ? (clear ? higher : 'no_clear_difference') : null
    return { ...row, p_adjusted: adjusted, verdict }
  })
}

export const experimentRows = (study: PlainStudy, waveId: string): ExperimentRow[] =>
  (study.waves.find(({ id }) => id === waveId)?.experiments ?? []).flatMap((experiment) =>
    rowsOf(study, waveId, experiment),
  )
