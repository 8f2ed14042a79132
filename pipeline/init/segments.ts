/** Ways to divide respondents, with their categories. */
import { counted, type DraftSegment, type Guess, many } from './draft.ts'
import { segmentHints } from './names.ts'
import type { Column } from './profile.ts'

const most = 30

const ages: Readonly<Record<string, readonly [number, number]>> = {
  '18-29': [18, 29],
  '30-44': [30, 44],
  '45-59': [45, 59],
  '60+': [60, 120],
}

/** One line without control characters. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()

const isNumber = (value: string): boolean => /^-?\d+([.,]\d+)?$/.test(value)

/** The segments that columns of roles make; `columns`: by role, its column in each wave that has one. */
export function segmentsOf(columns: ReadonlyMap<string, readonly Column[]>): DraftSegment[] {
  return segmentHints.flatMap((id): DraftSegment[] => {
    const found = columns.get(id) ?? []
    const counts = new Map<string, number>()
    for (const { values } of found)
      for (const { value, n } of values) counts.set(value, (counts.get(value) ?? 0) + n)
    if (found.length === 0 || counts.size < 2) return []
    const isYears = found.every(
      ({ filled, whole, smallest, largest }) =>
        whole === filled && (smallest ?? 0) >= 10 && (largest ?? 0) <= 120,
    )
    if (id === 'age' && counts.size > 12 && isYears)
      return [
        {
          id,
          categories: new Map(),
          groups: ages,
          why: `${counted(counts.size)} different ages, put into groups`,
        },
      ]
    if (counts.size > most) return []
    const label = (value: string): Guess<string> =>
      isNumber(value) || oneLine(value) === ''
        ? { value: value.trim(), todo: true }
        : { value: oneLine(value) }
    const categories = [...counts]
      .filter(([value]) => !/^\s*TODO\b/.test(value))
      .sort(([a], [b]) => (isNumber(a) && isNumber(b) ? Number(a) - Number(b) : 0) || (a < b ? -1 : 1))
      .map(([value, n]) => [value, { ...label(value), why: many(n, 'row') }] as const)
    return [{ id, categories: new Map(categories), why: `${counted(counts.size)} categories` }]
  })
}
