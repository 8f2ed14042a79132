/** What is known of each wave before anything is proposed: roles, questions, industries. */
import type { Database } from '../db.ts'
import { questionsOf } from './items.ts'
import type { Read } from './known.ts'
import { hintAt } from './names.ts'
import type { Opened } from './open.ts'
import type { Profile } from './profile.ts'
import { type Roles, rolesOf } from './roles.ts'

/** What a person has said about a wave; everything else is guessed. */
export interface Choice {
  respondent?: string
  company?: string
  /** columns that are questions */
  items?: ReadonlySet<string>
}

/** By value of the company column, its industry, where a column gives each company one. */
async function industriesOf(
  db: Database,
  { table, columns }: Profile,
  company: string,
): Promise<Map<string, string>> {
  const rated = columns.find(({ name }) => name === company)
  const told = columns.find(({ name, distinct }) => hintAt(name, 'industry') > 0 && distinct < 100)
  if (rated === undefined || told === undefined || rated.distinct > 600) return new Map()
  const rows = await db.rows(
    `select ${rated.sql} as company, min(${told.sql}) as industry from ${table}
     where ${rated.sql} is not null group by 1 having count(distinct ${told.sql}) = 1 order by 1`,
  )
  return new Map(rows.map(({ company: value, industry }) => [String(value), String(industry)]))
}

const takenBy = ({ respondent, company, others }: Roles, { rowsOf }: Opened): Set<string> =>
  new Set([respondent, company, ...others.values()].map(({ value }) => value).concat(rowsOf?.column ?? []))

/** Guesses roles and questions of a wave, around what a person has said. */
export async function readOpened(db: Database, opened: Opened, choice: Choice = {}): Promise<Read> {
  const roles = await rolesOf(db, opened, choice)
  return {
    opened,
    roles,
    questions: await questionsOf(db, opened, takenBy(roles, opened), choice.items),
    industries: await industriesOf(db, opened, roles.company.value),
  }
}
