/** Columns that may have a role, the likeliest first. */
import { counted } from './draft.ts'
import { type Hint, hintAt, segmentHints } from './names.ts'
import type { Column, Profile } from './profile.ts'

/** Columns whose names hint at a use, the clearest hint first. */
export const named = ({ columns }: Profile, hint: Hint): Column[] =>
  columns
    .filter(({ name }) => hintAt(name, hint) > 0)
    .sort((a, b) => hintAt(b.name, hint) - hintAt(a.name, hint) || b.distinct - a.distinct)

const couldName = ({ distinct, filled }: Column, rows: number): boolean =>
  distinct >= 2 && distinct <= 500 && filled >= 0.5 * rows

/** Columns that may name the company, the likeliest first: named so, else texts that repeat. */
export function companyColumns(profile: Profile): Column[] {
  const { columns, rows } = profile
  const isText = ({ numbers, filled }: Column) => numbers < 0.5 * filled
  const hinted = named(profile, 'company').filter((column) => couldName(column, rows))
  const some = (column: Column) =>
    !hinted.includes(column) && couldName(column, rows) && column.distinct >= 3 && isText(column)
  const repeated = columns.filter((column) => some(column) && column.filled >= 3 * column.distinct)
  const otherwise = repeated.filter(({ name }) =>
    [...segmentHints, 'other' as const].every((hint) => hintAt(name, hint) === 0),
  )
  return [...hinted.filter(isText), ...hinted.filter((column) => !isText(column)), ...otherwise]
}

/** Columns that may say who answers, the likeliest first: named so, else a value of its own in every row. */
export function respondentColumns(profile: Profile): Column[] {
  const { columns, rows } = profile
  const fits = ({ filled, distinct, whole, numbers, most }: Column) =>
    filled > 0.9 * rows &&
    distinct >= Math.min(rows, 2) &&
    distinct >= 0.02 * rows &&
    whole === numbers &&
    most <= Math.max(2, 0.1 * rows)
  const hinted = named(profile, 'respondent').filter(fits)
  const unique = columns.filter(
    (column) =>
      !hinted.includes(column) && column.filled === rows && column.distinct === rows && fits(column),
  )
  return [...hinted, ...unique]
}

/** How many values a column holds, and how often. */
export const variety = ({ distinct, fewest, most }: Column): string =>
  `${counted(distinct)} different values, ${counted(fewest)}-${counted(most)} rows each`
