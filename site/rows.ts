/** Rows of a table put together by a key, and rows whose figures are known. */

/** The key of a row in one of the maps. */
export const key = (...parts: string[]) => parts.join('|')

/** Rows by key, in their order. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}

/** A row whose columns `K` hold figures. */
export type Known<Row, K extends keyof Row> = Row & { [P in K]: NonNullable<Row[P]> }

/** Whether the publication rule lets the row be shown, and all these columns hold figures. */
export const known =
  <Row extends { published: boolean }, K extends keyof Row>(...columns: K[]) =>
  (row: Row): row is Known<Row, K> =>
    row.published && columns.every((column) => row[column] !== null)
