/** Rows of the tables `distributions` and `quality`, and the weights in `waves`. */
import type { Distribution, Quality, WaveRow } from '../../pipeline/tables.ts'
import { limits } from './answers.ts'
import { countedTogether } from './counted.ts'
import { domainOf } from './domain.ts'
import type { Answer, PlainItem, PlainStudy, Rating } from './plain.ts'
import { points, publicCompanies, standing } from './publication.ts'
import { waveOf } from './wave.ts'

/** Per company with a rating and answer on the scale. All follow the item: shown, or withheld. */
export function distributionRows(study: PlainStudy, waveId: string, item: PlainItem): Distribution[] {
  const wave = waveOf(study, waveId)
  const answers = Array.from({ length: item.max - item.min + 1 }, (_, k) => item.min + k)
  return publicCompanies(study, waveId).flatMap(({ id }) => {
    const of = (value: (rating: Rating) => number | null) =>
      domainOf(wave, (rating) => (rating.company === id ? value(rating) : null))
    const valid = (rating: Rating) => points(study, item.id, rating) !== null
    const domain = of((rating) => points(study, item.id, rating))
    const rated = wave.people.flatMap(({ ratings }) => ratings.filter(({ company }) => company === id))
    const { published, reason } = standing(wave, domain, study)
    return answers.map((answer) => {
      const keys = { wave: waveId, item: item.id, company_id: id, answer, published, reason }
      if (!published) return { ...keys, n: null, share: null, low: null, high: null }
      const given = (rating: Rating) => rating.answers[item.id] === answer
      const share = of((rating) => (valid(rating) ? (given(rating) ? 100 : 0) : null))
      const { se, low, high } = limits(study, wave, share)
      const n = rated.filter(given).length
      return { ...keys, n, share: share.mean, ...(se === 0 ? { low: null, high: null } : { low, high }) }
    })
  })
}

/** How an item was answered, the companies that count together. */
export function qualityRow(study: PlainStudy, waveId: string, item: string): Quality {
  const wave = waveOf(study, waveId)
  const companies = publicCompanies(study, waveId).map(({ id }) => {
    const domain = domainOf(wave, (rating) => (rating.company === id ? points(study, item, rating) : null))
    return { id, n: domain.n, published: standing(wave, domain, study).published }
  })
  const ids = new Set(countedTogether(companies, study.publication.minimum_shown).map(({ id }) => id))
  const answers = waveOf(study, waveId).people.flatMap(({ ratings }) =>
    ratings.flatMap(({ company, answers }) => (ids.has(company) ? [answers[item] ?? 'not_asked'] : [])),
  )
  const count = (kind: Answer) => answers.filter((answer) => answer === kind).length
  return {
    wave: waveId,
    item,
    companies: ids.size,
    n_valid: answers.filter((answer) => typeof answer === 'number').length,
    n_dont_know: count('dont_know'),
    n_refused: count('refused'),
    n_not_asked: count('not_asked'),
    n_not_applicable: count('not_applicable'),
  }
}

export type WeightRow = Pick<WaveRow, 'wave' | 'largest_weight' | 'smallest_weight' | 'design_effect'>

/** The weights of the respondents of a wave, in multiples of their mean. */
export function weightRow(study: PlainStudy, id: string): WeightRow {
  const { people, weight } = waveOf(study, id)
  const weights = people.flatMap(({ ratings: [any] }, i) => (any ? [weight(i, any)] : []))
  const sum = weights.reduce((total, w) => total + w, 0)
  const squares = weights.reduce((total, w) => total + w ** 2, 0)
  return {
    wave: id,
    largest_weight: (Math.max(...weights) * weights.length) / sum,
    smallest_weight: (Math.min(...weights) * weights.length) / sum,
    design_effect: (weights.length * squares) / sum ** 2,
  }
}
