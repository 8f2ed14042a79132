/** Rows → a table of Markdown. */

export type Row = Readonly<Record<string, unknown>>

const significant = 6
const most = 6

/** A number to six significant digits, as short as it can be written. */
const short = (value: number): string => String(Number(value.toPrecision(significant)))

const isNumber = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint'

const decimalsOf = (value: unknown): number =>
  typeof value === 'number' ? Math.min(most, short(value).split('.')[1]?.length ?? 0) : 0

/** Numbers of a column have as many decimals as the longest of them. */
function cell(value: unknown, decimals: number): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'number') return String(value).replaceAll('|', '\\|').replaceAll('\n', ' ')
  const tiny = value !== 0 && Math.abs(value) < 10 ** -most
  return tiny || !Number.isFinite(value) ? String(Number(value.toPrecision(2))) : value.toFixed(decimals)
}

/** A table with the columns of the first row, numbers to the right. */
export function markdownTable(rows: readonly Row[]): string {
  const [first] = rows
  if (first === undefined) return 'No rows.'
  const names = Object.keys(first)
  const decimals = names.map((name) => Math.max(...rows.map((row) => decimalsOf(row[name]))))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = names.map((name) =>
    rows.every((row) => isNumber(row[name]) || row[name] === null || row[name] === undefined)
      ? '---:'
      : '---',
  )
  return [
    line(names.map((name) => cell(name, 0))),
    line(rule),
    ...rows.map((row) => line(names.map((name, k) => cell(row[name], decimals[k] ?? 0)))),
  ].join('\n')
}
