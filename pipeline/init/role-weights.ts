/** The weight and the stratum of a wave, with what speaks against them. */
import type { Database } from '../db.ts'
import { type Guess, many } from './draft.ts'
import type { Column, Profile } from './profile.ts'
import { named, variety } from './role-columns.ts'

/** Respondents for whom the column holds more than one value. */
async function changing(
  db: Database,
  { table }: Profile,
  respondent: Column,
  column: Column,
): Promise<number> {
  const [row] = await db.rows(
    `select count(*)::double as n from (select 1 from ${table} group by ${respondent.sql} having count(distinct ${column.sql}) > 1)`,
  )
  return Number(row?.n ?? 0)
}

/** What check refuses, of what was counted. */
const refused = (...counts: readonly (readonly [n: number, what: string])[]): string[] =>
  counts.flatMap(([n, what]) => (n > 0 ? [`${what}, which check refuses`] : []))

/** The weight: named so, or positive numbers around 1 in every row. */
export async function weightOf(
  db: Database,
  profile: Profile,
  who: Column | undefined,
): Promise<Guess<string> | undefined> {
  const looks = ({ numbers, filled, whole, mean, notPositive, distinct }: Column) =>
    numbers === filled &&
    filled === profile.rows &&
    notPositive === 0 &&
    whole < numbers &&
    distinct > 5 &&
    Math.abs((mean ?? 0) - 1) < 0.1
  const hinted = named(profile, 'weight').filter(({ numbers, filled }) => numbers > 0.5 * filled)
  const column = hinted[0] ?? profile.columns.find(looks)
  if (column === undefined) return undefined
  const { name, filled, notPositive, smallest, largest, mean } = column
  const blank = profile.rows - filled
  const two = who === undefined ? 0 : await changing(db, profile, who, column)
  const against = [
    ...(hinted.length === 0 ? ['no name says that it is a weight'] : []),
    ...refused(
      [blank, `blank in ${many(blank, 'row')}`],
      [notPositive, `${many(notPositive, 'value')} not above 0`],
      [two, `${many(two, 'respondent')} with two weights`],
    ),
  ]
  const numbers = `numbers from ${smallest} to ${largest}, mean ${mean?.toFixed(3)}`
  return { value: name, todo: against.length > 0, why: [numbers, ...against].join('; ') }
}

/** The stratum: named so. */
export async function stratumOf(
  db: Database,
  profile: Profile,
  who: Column | undefined,
): Promise<Guess<string> | undefined> {
  const column = named(profile, 'stratum').find(({ distinct }) => distinct >= 2 && distinct <= 200)
  if (column === undefined) return undefined
  const blank = profile.rows - column.filled
  const two = who === undefined ? 0 : await changing(db, profile, who, column)
  const against = refused(
    [blank, `blank in ${many(blank, 'row')}`],
    [two, `${many(two, 'respondent')} in two strata`],
  )
  return { value: column.name, todo: against.length > 0, why: [variety(column), ...against].join('; ') }
}
