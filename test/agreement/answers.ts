/** Rows of the tables `items` and `net_promoter`. */
import type { ItemRow, NetPromoter } from '../../pipeline/tables.ts'
import { countedIn } from './counted.ts'
import { type Domain, domainOf, freedom, intervalOf, variance } from './domain.ts'
import type { Answer, PlainStudy, Rating } from './plain.ts'
import { points, publicCompanies, standing } from './publication.ts'
import { type Wave, waveOf } from './wave.ts'

export function limits(study: PlainStudy, wave: Wave, domain: Domain) {
  const df = freedom(wave, domain.members)
  return intervalOf(domain.mean, variance(wave, domain), df, domain.n, study.publication.confidence)
}

/** Per company with a rating, on one item. */
export function itemRows(study: PlainStudy, waveId: string, item: string): ItemRow[] {
  const wave = waveOf(study, waveId)
  const raw = (rating: Rating) => {
    const answer = rating.answers[item]
    return typeof answer === 'number' ? answer : null
  }
  return publicCompanies(study, waveId).map(({ id }) => {
    const of = (value: (rating: Rating) => number | null) =>
      domainOf(wave, (rating) => (rating.company === id ? value(rating) : null))
    const count = (kind: Answer) => of((rating) => (rating.answers[item] === kind ? 1 : null)).n
    const domain = of((rating) => points(study, item, rating))
    const { published, reason } = standing(wave, domain, study)
    const row = { wave: waveId, item, company_id: id, n: domain.n }
    if (!published) {
      const counts = { n_dont_know: null, n_refused: null, n_not_asked: null, n_not_applicable: null }
      return {
        ...row,
        mean: null,
        score: null,
        se: null,
        low: null,
        high: null,
        ...counts,
        published,
        reason,
      }
    }
    return {
      ...row,
      mean: of(raw).mean,
      score: domain.mean,
      ...limits(study, wave, domain),
      n_dont_know: count('dont_know'),
      n_refused: count('refused'),
      n_not_asked: count('not_asked'),
      n_not_applicable: count('not_applicable'),
      published,
      reason,
    }
  })
}

/** Per company with a rating, and `all`: the ratings of all public companies pooled. */
export function netPromoterRows(study: PlainStudy, waveId: string, item: string): NetPromoter[] {
  const wave = waveOf(study, waveId)
  const companies = publicCompanies(study, waveId)
  const score = (answer: number) => (answer >= 9 ? 100 : answer <= 6 ? -100 : 0)
  const standingOf = (ids: readonly string[]) => {
    const domain = domainOf(wave, (rating) => {
      const answer = rating.answers[item]
      return typeof answer === 'number' && ids.includes(rating.company) ? score(answer) : null
    })
    return { n: domain.n, published: standing(wave, domain, study).published }
  }
  const members = companies.map(({ id, industry }) => ({ id, industry, ...standingOf([id]) }))
  const counted = countedIn(members, standingOf, study.publication.minimum_shown).all
  const ids = companies.map(({ id }) => id)
  const all = (counted.length > 0 ? counted : companies).map(({ id }) => id)
  const groups = [...ids.map((id) => ({ id, companies: [id] })), { id: 'all', companies: all }]
  return groups.map(({ id, companies }) => {
    const of = (value: (answer: number) => number) =>
      domainOf(wave, (rating) => {
        const answer = rating.answers[item]
        return typeof answer === 'number' && companies.includes(rating.company) ? value(answer) : null
      })
    const domain = of(score)
    const nobody = id === 'all' && counted.length === 0
    const { published, reason: why } = nobody
      ? ({ published: false, reason: 'no_company_shown' } as const)
      : standing(wave, domain, study)
    // The whole is not ranked: only what is not shown has a reason.
    const reason = id === 'all' && published ? null : why
    const row = { wave: waveId, company_id: id, n: domain.n }
    if (!published) {
      const figures = {
        promoters: null,
        passives: null,
        detractors: null,
        nps: null,
        se: null,
        low: null,
        high: null,
      }
      return { ...row, ...figures, published, reason }
    }
    return {
      ...row,
      promoters: of((answer) => (answer >= 9 ? 100 : 0)).mean,
      passives: of((answer) => (answer === 7 || answer === 8 ? 100 : 0)).mean,
      detractors: of((answer) => (answer <= 6 ? 100 : 0)).mean,
      nps: domain.mean,
      ...limits(study, wave, domain),
      published,
      reason,
    }
  })
}
