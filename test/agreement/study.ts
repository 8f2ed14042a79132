/** Small random studies as plain data. */
import type fc from 'fast-check'
import { type Draft, draft, type Questions } from './draft.ts'
import { ids, respondentsOf, targetsOf } from './people.ts'
import { explainedItems, firmsOf } from './people-explained.ts'
import type { Column, PlainCompany, PlainIndex, PlainItem, PlainStudy } from './plain.ts'
import { experimentsIn, explainedParts, isAsked, loyal, servedIn } from './study-explained.ts'
import { waveOf } from './wave.ts'

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

/** The first company is public and never absent, so that each wave has something to show. */
function companiesOf(study: Draft): PlainCompany[] {
  return firmsOf(study).map(({ industry, share, hidden }, at) => ({
    id: ids[at] ?? '',
    name: `Company ${ids[at]}`,
    industry: `i${industry % study.industries}`,
    ...(share === null ? {} : { share }),
    publish: at === 0 || !hidden,
  }))
}

/** A panel whose units are households has their column and that of the strata in every wave. */
function columnsOf(study: Draft, t: number): Column[] {
  const lacks = study.waves[t]?.lacks
  const same = study.panel && study.households
  const columns: Column[] = []
  if (!study.equal && !lacks?.weight) columns.push('weight')
  if (same || !lacks?.stratum) columns.push('stratum')
  if (study.households && (same || !lacks?.household)) columns.push('household')
  if (servedIn(study, t)) columns.push('served')
  return columns
}

function weightingOf(
  study: Draft,
  waves: PlainStudy['waves'],
  respondents: PlainStudy['respondents'],
): PlainStudy['weighting'] {
  const { trim, perRating } = study.weighting
  if (perRating) return { targets: [], level: 'rating' }
  const targets = targetsOf(study, waves, respondents)
  const [low = 0, high = 1] = trim ?? []
  return { targets, level: 'respondent', ...(trim === null ? {} : { trim: [low, high] }) }
}

function studyOf(study: Draft): PlainStudy {
  const items = itemsOf(study)
  const more = explainedItems(study)
  const asked = (dropped: number | null, t: number) => [
    ...items.map(({ id }) => id).filter((_, k) => k !== dropped || items.length === 1),
    ...more.map(({ id }) => id).filter((id, k) => isAsked(study, t, id, k)),
  ]
  const [ranked = 5, minimum_shown = 3] = study.limits
  // So that more than ten of many companies have a place.
  const minimum_n = study.crowd.length > 0 ? Math.min(ranked, 4) : ranked
  const companies = companiesOf(study)
  const respondents = study.waves.flatMap((_, t) => respondentsOf(study, t, items))
  const waves = study.waves.map(({ dropped }, t) => ({
    id: String(2023 + t),
    items: asked(dropped, t),
    columns: columnsOf(study, t),
    experiments: experimentsIn(study, t, companies, respondents),
  }))
  const indices = loyal(study, study.indices.map(indexOf))
  const { minimum_segment_n } = study.explained
  return {
    waves,
    items: [...items, ...more],
    indices,
    ...(study.promoter ? { net_promoter: 'rec' } : {}),
    ...explainedParts(study, indices, waves),
    industries: [0, 1, 2].slice(0, study.industries).map((i) => ({ id: `i${i}`, name: `Industry ${i}` })),
    companies,
    respondents,
    publication: {
      ...{ minimum_n, minimum_shown, minimum_segment_n },
      ...{ aggregate: study.aggregate, confidence: study.confidence },
    },
    single_unit_stratum: 'center',
    weighting: weightingOf(study, waves, respondents),
    panel: study.panel,
  }
}

/** Not all bounds agree with all margins, and rounding allows the largest weight a limited multiple of the smallest. */
function reachable(study: PlainStudy): boolean {
  try {
    return study.waves.every(({ id }) => {
      const { people, weight } = waveOf(study, id)
      const weights = people.flatMap(({ ratings }, i) => ratings.map((rating) => weight(i, rating)))
      return Math.max(...weights) < 5000 * Math.min(...weights)
    })
  } catch {
    return false
  }
}

/**
 * 2-15 companies, 1-3 industries, 1-3 waves of 10-120 respondents, 1-2 indices of 1-3 items, up to four touchpoints and two
 * split ballots; raked, trimmed, clustered, weighted per rating, or a panel.
 */
export const randomStudy: fc.Arbitrary<PlainStudy> = draft.map(studyOf).filter(reachable)

/** The studies of the tests, in two halves: under these seeds they have every feature that features.test.ts asks for. */
export const runs = [
  { seed: 12, numRuns: 21 },
  { seed: 71, numRuns: 21 },
]
