/** The segments of a wave: their categories, and the one that a rating belongs to (METHOD.md §20). */
import type { PlainSegment, PlainStudy, Rating } from './plain.ts'

export interface Division {
  id: string
  categories: readonly string[]
  /** null: unknown */
  categoryOf: (rating: Rating) => string | null
}

/** The value of a rating in the segment’s column, or the group that it lies in; null for a blank and for a value without a group. */
function cellOf({ role, groups }: PlainSegment, rating: Rating): string | null {
  const cell = (role === 'served_by' ? rating.served : rating.kinds?.[role]) ?? ''
  if (cell === '' || !groups) return cell === '' ? null : cell
  const number = Number(cell)
  const found = Object.entries(groups).find(([, [from, to]]) => number >= from && number <= to)
  return found?.[0] ?? null
}

/** The segment of channels is one of those of the study. */
export const segmentsOf = ({ channels, segments = [] }: PlainStudy): readonly PlainSegment[] =>
  channels ? [{ id: 'channel', role: 'served_by', categories: channels }, ...segments] : segments

/** More categories than these are no segment. */
const most = 50

export function divisionsOf(study: PlainStudy, waveId: string): Division[] {
  const wave = study.waves.find(({ id }) => id === waveId)
  const has = (role: string) =>
    role === 'served_by' ? wave?.columns.includes('served') : wave?.kinds?.includes(role)
  const ratings = study.respondents.filter((one) => one.wave === waveId).flatMap((one) => one.ratings)
  return segmentsOf(study).flatMap((segment) => {
    if (!has(segment.role)) return []
    const named = segment.categories ?? (segment.groups && Object.keys(segment.groups))
    const categories = named ?? frequent(study, segment, ratings)
    if (categories.length > most) return []
    const known = new Set(categories)
    const categoryOf = (rating: Rating) => {
      const value = cellOf(segment, rating)
      return value !== null && known.has(value) ? value : null
    }
    return [{ id: segment.id, categories, categoryOf }]
  })
}

const natural = new Intl.Collator('en', { numeric: true })

/** The values that enough ratings of the wave have. */
function frequent(study: PlainStudy, segment: PlainSegment, ratings: readonly Rating[]): string[] {
  const counts = new Map<string, number>()
  for (const rating of ratings) {
    const value = cellOf(segment, rating)
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const least = study.publication.minimum_segment_n ?? 30
  return [...counts].flatMap(([value, n]) => (n >= least ? [value] : [])).sort(natural.compare)
}
