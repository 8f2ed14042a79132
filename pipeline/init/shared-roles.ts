/** Roles that another wave shows: a column that holds the same texts as the stratum of another wave is the stratum. */
import type { Guess } from './draft.ts'
import { columnOf, type Read } from './known.ts'
import { segmentHints } from './names.ts'
import type { Column } from './profile.ts'

/** values that two columns of one meaning share, at least */
const alike = 0.8

const texts = (column: Column | undefined): Set<string> =>
  new Set(
    column === undefined || column.numbers > 0 || column.distinct > 200
      ? []
      : column.values.map(({ value }) => value.toLowerCase()),
  )

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((value) => b.has(value)).length
  return a.size < 2 || b.size < 2 ? 0 : shared / (a.size + b.size - shared)
}

/** The waves, with roles that some of them lack taken from columns with the same texts as in another wave; to be decided. */
export function withSharedRoles(reads: readonly Read[]): Read[] {
  return reads.map((read) => {
    const others = new Map<string, Guess<string>>(read.roles.others)
    for (const role of ['stratum', ...segmentHints]) {
      if (others.has(role)) continue
      const model = reads.find((one) => texts(columnOf(one, one.roles.others.get(role)?.value)).size > 1)
      if (model === undefined) continue
      const wanted = texts(columnOf(model, model.roles.others.get(role)?.value))
      const taken = [read.roles.respondent.value, read.roles.company.value, others.get('weight')?.value]
      const found = read.opened.columns.find(
        (column) => !taken.includes(column.name) && likeness(texts(column), wanted) >= alike,
      )
      if (found === undefined) continue
      const before = [...others].find(([, { value }]) => value === found.name)?.[0]
      if (before !== undefined && reads.some((one) => one !== read && one.roles.others.has(before))) continue
      if (before !== undefined) others.delete(before)
      others.set(role, {
        value: found.name,
        todo: true,
        why: `holds the same texts as ${role} in wave ${model.opened.id.value}`,
      })
    }
    return { ...read, roles: { ...read.roles, others } }
  })
}
