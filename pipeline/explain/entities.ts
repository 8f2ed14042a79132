/** explain: companies, their industries and all, with the ratings of each pooled (METHOD.md §17, §18). */
import { groupsOf } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import { countedTogether, isNoSecret, type Shown } from '../show.ts'

/** What is found of some companies together. */
interface Found {
  rule: Shown
  /** each count of ratings that must be large enough */
  bases: readonly number[]
}

/** One of whom there is a row, and the companies that count in it, by position in `rated`. */
type Entity<One, Level> = One & { level: Level; id: string; ks: readonly number[] } & Shown

/** The companies, then industries and all. A group counts withheld members only where none of them follows from the others. */
export function entitiesOf<One extends Found>(
  study: Study,
  rated: readonly number[],
  find: (ks: readonly number[], level: 'company' | 'industry' | 'all', id: string) => One,
): { companies: Entity<One, 'company'>[]; groups: Entity<One, 'industry' | 'all'>[] } {
  const entity = <Level extends 'company' | 'industry' | 'all'>(
    level: Level,
    id: string,
    ks: readonly number[],
  ): Entity<One, Level> => {
    const found = find(ks, level, id)
    return { ...found, level, id, ks, ...found.rule }
  }
  const counted = (members: readonly Entity<One, unknown>[]) =>
    countedTogether(
      study.publication.minimum_segment_n,
      members.map((one) => ({ ...one, published: isNoSecret(one) })),
    ).flatMap(({ ks }) => ks)
  const companies = rated.map((company, k) =>
    entity('company' as const, study.companies[company]?.id ?? '', [k]),
  )
  const industries = groupsOf(study, rated).flatMap(({ industry, ks }) =>
    industry === undefined
      ? []
      : [entity('industry' as const, industry, counted(ks.flatMap((k) => companies[k] ?? [])))],
  )
  return { companies, groups: [...industries, entity('all' as const, 'all', counted(industries))] }
}
