import type { Division } from './divisions.ts'
import type { PlainStudy } from './plain.ts'
import { type Divided, divide, ratingsIn, type Subject } from './withheld.ts'

export function settled(study: PlainStudy, subject: Subject, division: Division): Divided[] {
  const ratings = ratingsIn(subject, division.categoryOf)
  return divide(study, subject, division.categories, ratings, { cells: new Set(), columns: new Set() })
}
