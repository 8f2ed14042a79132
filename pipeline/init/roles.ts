/** Which columns say who answers, about whom, with which weight, in which stratum. */
import type { Database } from '../db.ts'
import { counted, type Guess, many, percent } from './draft.ts'
import { type Hint, hintAt, segmentHints } from './names.ts'
import type { Column, Profile } from './profile.ts'

/** The columns of the roles; a guess names none where nothing fits. */
export interface Roles {
  respondent: Guess<string>
  company: Guess<string>
  others: ReadonlyMap<string, Guess<string>>
}

const named = ({ columns }: Profile, hint: Hint): Column[] =>
  columns
    .filter(({ name }) => hintAt(name, hint) > 0)
    .sort((a, b) => hintAt(b.name, hint) - hintAt(a.name, hint) || b.distinct - a.distinct)

/** Rows that repeat a pair of values, and values of `a` that stand on several rows. */
async function repeats(db: Database, { table }: Profile, a: Column, b?: Column): Promise<number> {
  const pair = b === undefined ? a.sql : `${a.sql}, ${b.sql}`
  const [row] = await db.rows(
    `select coalesce(sum(n - 1), 0)::double as repeats from (select count(*) as n from ${table} where ${a.sql} is not null group by ${pair})`,
  )
  return Number(row?.repeats ?? 0)
}

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

function respondentWhy(column: Column, rows: number): string {
  const blank = rows - column.filled
  const each =
    column.fewest === column.most ? counted(column.most) : `${counted(column.fewest)}-${counted(column.most)}`
  return `${counted(column.distinct)} different values in ${many(rows, 'row')}, ${blank === 0 ? 'never blank' : `${many(blank, 'blank')}`}; rows per value ${each}`
}

async function guessPair(db: Database, profile: Profile) {
  const { rows } = profile
  const people = respondentColumns(profile)
  const brands = companyColumns(profile)
  const tries: { who: Column; whom: Column; doubles: number }[] = []
  for (const who of people.slice(0, 6))
    for (const whom of brands.filter((one) => one !== who).slice(0, 12))
      tries.push({ who, whom, doubles: await repeats(db, profile, who, whom) })
  const sound = tries.filter(({ doubles, who }) => doubles === 0 && who.filled === rows)
  const best = sound[0] ?? [...tries].sort((a, b) => a.doubles - b.doubles)[0]
  return {
    who: best?.who ?? people[0],
    whom: best?.whom ?? brands.find((one) => one !== people[0]),
    doubles: best?.doubles ?? 0,
  }
}

/** The columns that a person or the guess chose, with evidence and with what speaks against them. */
async function describePair(
  db: Database,
  profile: Profile,
  who: Column | undefined,
  whom: Column | undefined,
  sure: boolean,
) {
  const { rows } = profile
  const none = (what: string): Guess<string> => ({
    value: '',
    todo: true,
    why: `no column looks like ${what}`,
  })
  const doubles = who === undefined || whom === undefined ? 0 : await repeats(db, profile, who, whom)
  const against = [
    ...(doubles > 0 ? [`${many(doubles, 'row')} repeat a respondent and company, which check refuses`] : []),
    ...(who !== undefined && who.filled < rows ? ['blank ids are refused by check'] : []),
  ]
  const because = (...parts: string[]) => parts.filter((part) => part !== '').join('; ')
  const respondent =
    who === undefined
      ? none('the id of a respondent')
      : {
          value: who.name,
          todo: against.length > 0 || (!sure && hintAt(who.name, 'respondent') === 0),
          why: because(respondentWhy(who, rows), ...against),
        }
  const blank = whom === undefined ? 0 : rows - whom.filled
  const company =
    whom === undefined
      ? none('the company that is rated')
      : {
          value: whom.name,
          todo: !sure && hintAt(whom.name, 'company') === 0,
          why: because(
            `${counted(whom.distinct)} different values, ${counted(whom.fewest)}-${counted(whom.most)} rows each`,
            blank > 0 ? `blank in ${many(blank, 'row')}` : '',
          ),
        }
  return { respondent, company }
}

async function weightOf(
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
  const why = [
    `numbers from ${smallest} to ${largest}, mean ${mean?.toFixed(3)}`,
    ...(hinted.length === 0 ? ['no name says that it is a weight'] : []),
    ...(blank > 0 ? [`blank in ${many(blank, 'row')}, which check refuses`] : []),
    ...(notPositive > 0 ? [`${many(notPositive, 'value')} not above 0, which check refuses`] : []),
    ...(two > 0 ? [`${many(two, 'respondent')} with two weights, which check refuses`] : []),
  ]
  return { value: name, todo: hinted.length === 0 || blank + notPositive + two > 0, why: why.join('; ') }
}

async function stratumOf(
  db: Database,
  profile: Profile,
  who: Column | undefined,
): Promise<Guess<string> | undefined> {
  const column = named(profile, 'stratum').find(({ distinct }) => distinct >= 2 && distinct <= 200)
  if (column === undefined) return undefined
  const blank = profile.rows - column.filled
  const two = who === undefined ? 0 : await changing(db, profile, who, column)
  const why = [
    `${counted(column.distinct)} different values, ${counted(column.fewest)}-${counted(column.most)} rows each`,
    ...(blank > 0 ? [`blank in ${many(blank, 'row')}, which check refuses`] : []),
    ...(two > 0 ? [`${many(two, 'respondent')} in two strata, which check refuses`] : []),
  ]
  return { value: column.name, todo: blank + two > 0, why: why.join('; ') }
}

/** The roles of a wave. `chosen`: what a person has said already, by role. */
export async function rolesOf(
  db: Database,
  profile: Profile,
  chosen: { respondent?: string; company?: string } = {},
): Promise<Roles> {
  const find = (name: string | undefined) => profile.columns.find((column) => column.name === name)
  const guess = await guessPair(db, profile)
  const who = find(chosen.respondent) ?? guess.who
  const whom = find(chosen.company) ?? guess.whom
  const sure = chosen.respondent !== undefined || chosen.company !== undefined
  const { respondent, company } = await describePair(db, profile, who, whom, sure)
  const taken = new Set([respondent.value, company.value])
  const others = new Map<string, Guess<string>>()
  const add = (role: string, guessed: Guess<string> | undefined): void => {
    if (guessed === undefined || taken.has(guessed.value)) return
    others.set(role, guessed)
    taken.add(guessed.value)
  }
  add('weight', await weightOf(db, profile, who))
  add('stratum', await stratumOf(db, profile, who))
  for (const hint of segmentHints) {
    const column = named(profile, hint).find(
      ({ name, distinct, filled }) =>
        !taken.has(name) &&
        distinct >= 2 &&
        distinct <= (hint === 'age' ? 120 : 30) &&
        filled > 0.5 * profile.rows,
    )
    if (column === undefined) continue
    const blank = percent(profile.rows - column.filled, profile.rows)
    add(hint, { value: column.name, why: `${counted(column.distinct)} different values, ${blank} blank` })
  }
  return { respondent, company, others }
}
