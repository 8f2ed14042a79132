/** Small random studies as plain data. */
import type fc from 'fast-check'
import { type Draft, type Drawn, draft, type Questions } from './draft.ts'
import type { Answer, PlainCompany, PlainIndex, PlainItem, PlainStudy, Rating, Respondent } from './plain.ts'

/** Ids whose order by code point is not that of a dictionary. */
const ids = ['beta', 'Acme', 'delta-2', 'Civ', 'delta-10', 'Zed', 'echo']
const names = ['a', 'b']

function indexOf(drawn: Questions, at: number): PlainIndex {
  const items = drawn.items.map((_, k) => `${names[at]}${k + 1}`)
  return {
    id: `index_${names[at]}`,
    items,
    ...(drawn.weighted
      ? { weights: Object.fromEntries(items.map((id, k) => [id, drawn.weights[k] ?? 1])) }
      : {}),
    ...(drawn.min_items === null ? {} : { min_items: Math.min(drawn.min_items, items.length) }),
  }
}

function itemsOf({ indices, promoter }: Draft): PlainItem[] {
  const asked = indices.flatMap((index, at) =>
    index.items.map(({ scale: [min, max], reverse }, k) => ({
      id: `${names[at]}${k + 1}`,
      min,
      max,
      reverse,
    })),
  )
  return promoter ? [...asked, { id: 'rec', min: 0, max: 10, reverse: false }] : asked
}

/** Answers of one respondent in wave `t`; the first company rated there stands for those that were absent. */
function ratingsOf(drawn: Drawn, t: number, study: Draft, items: readonly PlainItem[]): Rating[] {
  const ratings = new Map<string, Rating>()
  for (const { company, replies } of drawn.ratings) {
    const wanted = company % study.companies.length
    const { absent, rare } = study.companies[wanted] ?? {}
    const at = absent?.[t] || (rare && replies[0] !== 3) ? 0 : wanted
    const { levels, steady } = study.companies[at] ?? { levels: [], steady: false }
    const answer = ({ min, max, reverse }: PlainItem, k: number): Answer => {
      const drawnReply = replies[k] ?? 0
      if (typeof drawnReply !== 'number') return drawnReply
      const level = reverse ? 1 - (levels[t] ?? 0.5) : (levels[t] ?? 0.5)
      const centre = Math.round(min + level * (max - min))
      return Math.min(max, Math.max(min, centre + (steady ? 0 : drawnReply)))
    }
    const id = ids[at] ?? ''
    ratings.set(id, {
      company: id,
      answers: Object.fromEntries(items.map((item, k) => [item.id, answer(item, k)])),
    })
  }
  return [...ratings.values()]
}

function respondentsOf(study: Draft, t: number, items: readonly PlainItem[]): Respondent[] {
  const { respondents = [], alone = false } = study.waves[t] ?? {}
  return respondents.map((drawn, i) => ({
    wave: String(2023 + t),
    respondent: `r${i + 1}`,
    stratum: alone && i === 0 ? 'alone' : `s${drawn.stratum % study.strata}`,
    weight: study.equal ? 1 : drawn.weight / 10_000,
    ratings: ratingsOf(drawn, t, study, items),
  }))
}

/** The first company is public and never absent, so that each wave has something to show. */
function companiesOf(study: Draft): PlainCompany[] {
  return study.companies.map(({ industry, share, hidden }, at) => ({
    id: ids[at] ?? '',
    name: `Company ${ids[at]}`,
    industry: `i${industry % study.industries}`,
    ...(share === null ? {} : { share }),
    publish: at === 0 || !hidden,
  }))
}

function studyOf(study: Draft): PlainStudy {
  const items = itemsOf(study)
  const asked = (dropped: number | null) =>
    items.map(({ id }) => id).filter((_, k) => k !== dropped || items.length === 1)
  const [minimum_n = 5, minimum_shown = 3] = study.limits
  const columns = study.equal ? (['stratum'] as const) : (['weight', 'stratum'] as const)
  return {
    waves: study.waves.map(({ dropped }, t) => ({ id: String(2023 + t), items: asked(dropped), columns })),
    items,
    indices: study.indices.map(indexOf),
    ...(study.promoter ? { net_promoter: 'rec' } : {}),
    industries: [0, 1, 2].slice(0, study.industries).map((i) => ({ id: `i${i}`, name: `Industry ${i}` })),
    companies: companiesOf(study),
    respondents: study.waves.flatMap((_, t) => respondentsOf(study, t, items)),
    publication: { minimum_n, minimum_shown, aggregate: study.aggregate, confidence: study.confidence },
    single_unit_stratum: 'center',
    weighting: { targets: [], level: 'respondent' },
    panel: false,
  }
}

/** 2-7 companies, 1-3 industries, 1-3 waves of 10-120 respondents, 1-2 indices of 1-3 items. */
export const randomStudy: fc.Arbitrary<PlainStudy> = draft.map(studyOf)
