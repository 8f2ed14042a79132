/** The first of all lists, then the second of all, and so on; the lists are as long as the first. */
export const interleaved = <Row>(lists: readonly (readonly Row[])[]): Row[] =>
  (lists[0] ?? []).flatMap((_, k) => lists.flatMap((list) => list.slice(k, k + 1)))

/** The rows by key, in the order of their first appearance. */
export function grouped<Key, Row>(rows: Iterable<Row>, key: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return groups
}
