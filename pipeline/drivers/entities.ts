/** Companies, industries and all, by the companies whose ratings they count (METHOD.md §21-22). */
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { countedTogether } from '../show.ts'

export interface Entity {
  level: 'company' | 'industry' | 'all'
  id: string
  /** position in the list of entities of its industry; undefined for industries and all */
  industry: number | undefined
  /** by position in `rated` */
  members: readonly number[]
}

/** What decides which ratings count. */
export interface Base {
  published: boolean
  bases: readonly number[]
}

/**
 * Companies by position in `rated`, then industries, then all. `company`: what decides of each company; `group`: of an industry by
 * its members.
 */
export function entitiesOf(
  study: Study,
  rated: readonly number[],
  company: (k: number) => Base,
  group: (members: readonly number[]) => Base,
): Entity[] {
  const least = study.publication.minimum_segment_n
  const industryOf = (k: number) => study.companies[rated[k] ?? -1]?.industry ?? ''
  const all = [...rated.keys()]
  const ids = [...new Set(all.map(industryOf))]
  const industries = ids.map((id) => {
    const inside = all.filter((k) => industryOf(k) === id).map((k) => ({ ks: [k], ...company(k) }))
    return { id, members: countedTogether(least, inside).flatMap(({ ks }) => ks) }
  })
  const counted = industries.map(({ members }) => ({ members, ...group(members) }))
  const everybody = countedTogether(least, counted).flatMap(({ members }) => members)
  return [
    ...all.map(
      (k): Entity => ({
        ...{ level: 'company', id: study.companies[rated[k] ?? -1]?.id ?? '', members: [k] },
        industry: rated.length + ids.indexOf(industryOf(k)),
      }),
    ),
    ...industries.map((one): Entity => ({ level: 'industry', industry: undefined, ...one })),
    { level: 'all', id: 'all', industry: undefined, members: everybody },
  ]
}

/** The companies of some entities, by number: the table `members` (company, entity). */
export async function fillMembers(
  db: Database,
  rated: readonly number[],
  entities: readonly { number: number; members: readonly number[] }[],
): Promise<void> {
  const rows = entities.flatMap(({ number, members }) =>
    members.map((k) => ({ company: rated[k] ?? -1, entity: number })),
  )
  await db.fill(
    'members',
    [
      { name: 'company', type: 'integer', value: (row) => rows[row]?.company ?? null },
      { name: 'entity', type: 'integer', value: (row) => rows[row]?.entity ?? null },
    ],
    rows.length,
  )
}
