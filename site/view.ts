/** The published tables of one edition, indexed once, so that no page searches them again. */
import type { Edition, PublicIndex, PublicStudy, PublicWave } from '../pipeline/publication.ts'
import type {
  AgainstRest,
  ComparabilityRow,
  Comparison,
  Distribution,
  ExperimentRow,
  ItemRow,
  NetPromoter,
  PastRow,
  Quality,
  ReliabilityRow,
  Score,
  WaveRow,
} from '../pipeline/tables.ts'
import type { Place } from './addresses.ts'
import { type BeliefView, beliefViewOf, tellsBeliefs } from './belief-view.ts'
import { type GapView, gapViewOf, tellsGaps } from './gap-view.ts'
import { type Mix, mixOf } from './mix.ts'
import { isRanked } from './ranked.ts'
import { groupBy, key } from './rows.ts'

export { key } from './rows.ts'

export interface View {
  edition: Edition
  wave: PublicWave
  /** place of the edition in time, 0 = oldest */
  position: number
  /** the indices this wave has */
  indices: PublicIndex[]
  headline: PublicIndex | undefined
  /** by index|level|entity */
  scores: Map<string, Score>
  /** company rows by index: ranked first, in order of place, then the others by name */
  companies: Map<string, Score[]>
  /** the same by index|industry */
  members: Map<string, Score[]>
  /** how many companies have a place, by index and by index|industry */
  placed: Map<string, number>
  pairs: Map<string, Comparison[]>
  /** beside the rest of the industry, by index|company */
  rest: Map<string, AgainstRest>
  /** how many could be compared so, by index|industry */
  restCompared: Map<string, number>
  /** by index */
  reliability: Map<string, ReliabilityRow>
  /** how an index differs from the wave before, by index */
  comparability: Map<string, ComparabilityRow[]>
  /** the wave as a whole: how many, and how they are weighted */
  sample: WaveRow | undefined
  items: Map<string, ItemRow[]>
  answers: Map<string, Distribution[]>
  promoters: Map<string, NetPromoter>
  quality: Map<string, Quality>
  /** scores published elsewhere by index|level|entity, in order of time */
  past: Map<string, PastRow[]>
  /** the ranking with a second index mixed in */
  mix: Mix | undefined
  /** split ballots, by experiment */
  experiments: Map<string, ExperimentRow[]>
  gaps: GapView
  beliefs: BeliefView
  /** everyone who had ratings in this wave, with name and industry */
  present: Map<string, { name: string; industry: string }>
  industries: string[]
}

const byPlace = (a: Score, b: Score) =>
  (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
  (b.score ?? -1) - (a.score ?? -1) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

function placedOf(rows: readonly Score[]): Map<string, number> {
  const placed = new Map<string, number>()
  for (const row of rows.filter(isRanked))
    for (const where of [row.index, key(row.index, row.industry_id ?? '')])
      placed.set(where, (placed.get(where) ?? 0) + 1)
  return placed
}

/** Index one edition. */
export function viewOf(study: PublicStudy, edition: Edition, position: number): View {
  const { tables, wave } = edition
  const known = new Set(tables.scores.map((row) => row.index))
  const indices = study.indices.filter((index) => known.has(index.id))
  const companyRows = tables.scores.filter((row) => row.level === 'company').sort(byPlace)
  const present = new Map(
    companyRows.map((row) => [row.entity_id, { name: row.name, industry: row.industry_id ?? '' }]),
  )
  const used = new Set([...present.values()].map((company) => company.industry))
  return {
    edition,
    wave,
    position,
    indices,
    headline: indices.find((index) => index.headline) ?? indices[0],
    scores: new Map(tables.scores.map((row) => [key(row.index, row.level, row.entity_id), row])),
    companies: groupBy(companyRows, (row) => row.index),
    members: groupBy(companyRows, (row) => key(row.index, row.industry_id ?? '')),
    placed: placedOf(companyRows),
    pairs: groupBy(tables.comparisons, (row) => key(row.index, row.industry_id)),
    rest: new Map(tables.against_rest.map((row) => [key(row.index, row.company_id), row])),
    restCompared: new Map(
      [...groupBy(tables.against_rest, (row) => key(row.index, row.industry_id))].map(([place, rows]) => [
        place,
        rows.filter((row) => row.p_value !== null).length,
      ]),
    ),
    reliability: new Map(tables.reliability.map((row) => [row.index, row])),
    comparability: groupBy(tables.comparability, (row) => row.index),
    sample: tables.waves[0],
    items: groupBy(tables.items, (row) => row.company_id),
    answers: groupBy(tables.distributions, (row) => key(row.company_id, row.item)),
    promoters: new Map(tables.net_promoter.map((row) => [row.company_id, row])),
    quality: new Map(tables.quality.map((row) => [row.item, row])),
    past: groupBy(tables.history, (row) => key(row.index, row.level, row.entity_id)),
    mix: mixOf(study, tables),
    experiments: groupBy(tables.experiments, (row) => row.experiment),
    gaps: gapViewOf(study, tables),
    beliefs: beliefViewOf(study, tables),
    present,
    industries: study.industries.map((industry) => industry.id).filter((id) => used.has(id)),
  }
}

/** Whether an edition has the page. */
export function has(view: View, place: Place): boolean {
  if (place.kind === 'notebook') return false
  if (place.kind === 'ranking') return view.indices.some((index) => index.id === place.id)
  if (place.kind === 'industry') return view.industries.includes(place.id)
  if (place.kind === 'company') return view.present.has(place.id)
  if (place.kind === 'digital') return view.mix !== undefined && view.mix.placed.length > 0
  if (place.kind === 'gaps') return tellsGaps(view.gaps)
  if (place.kind === 'beliefs') return tellsBeliefs(view.beliefs)
  return true
}
