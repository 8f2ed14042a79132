/** Which columns say who answers, about whom, with which weight, in which stratum. */
import type { Database } from '../db.ts'
import { counted, type Guess, many, percent } from './draft.ts'
import { hintAt, segmentHints } from './names.ts'
import type { Column, Profile } from './profile.ts'
import { companyColumns, named, respondentColumns, variety } from './role-columns.ts'
import { stratumOf, weightOf } from './role-weights.ts'

/** The columns of the roles; a guess names none where nothing fits. */
export interface Roles {
  respondent: Guess<string>
  company: Guess<string>
  others: ReadonlyMap<string, Guess<string>>
}

/** Rows that repeat a pair of values. */
async function repeats(db: Database, { table }: Profile, a: Column, b: Column): Promise<number> {
  const [row] = await db.rows(
    `select coalesce(sum(n - 1), 0)::double as repeats from (select count(*) as n from ${table} where ${a.sql} is not null group by ${a.sql}, ${b.sql})`,
  )
  return Number(row?.repeats ?? 0)
}

function respondentWhy(column: Column, rows: number): string {
  const blank = rows - column.filled
  const each =
    column.fewest === column.most ? counted(column.most) : `${counted(column.fewest)}-${counted(column.most)}`
  return `${counted(column.distinct)} different values in ${many(rows, 'row')}, ${blank === 0 ? 'never blank' : many(blank, 'blank')}; rows per value ${each}`
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
  const because = (...parts: string[]) => parts.join('; ')
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
          why: because(variety(whom), ...(blank > 0 ? [`blank in ${many(blank, 'row')}`] : [])),
        }
  return { respondent, company }
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
