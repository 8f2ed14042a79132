/** Rows between the names and the first answer: question texts, import ids. */
import type { Database } from '../db.ts'

/** What stands above the answers: rows in all, and the texts of the questions by column. */
export interface Headers {
  rows: number
  texts: readonly (string | undefined)[]
  why: string
}

const number = "'[+-]?[0-9]+([.,][0-9]+)?'"
/** a supplier writes at most names, texts and ids */
const most = 3

type Cells = readonly (string | undefined)[]

const isImport = (cells: Cells): boolean => {
  const filled = cells.filter((cell) => cell !== undefined)
  return (
    filled.length > 0 && filled.filter((cell) => /^\{\s*"ImportId"/.test(cell)).length * 2 > filled.length
  )
}

/** Texts where every answer below is a number: no answers. */
function isWording(cells: Cells, numeric: readonly boolean[]): boolean {
  const below = cells.filter((_, k) => numeric[k] === true)
  const texts = below.filter((cell) => cell !== undefined && !/^[+-]?\d+([.,]\d+)?$/.test(cell))
  return below.length > 2 && texts.length >= 0.8 * below.length && new Set(texts).size * 2 > texts.length
}

/** Looks for header rows at the top of the relation `raw`, which has been read as if there were one. */
export async function headersIn(db: Database, width: number): Promise<Headers> {
  const all = Array.from({ length: width }, (_, k) => k)
  const top = await db.rows(
    `select ${all.map((k) => `c${k}::varchar as c${k}`).join(', ')} from raw where file = 0 and row < ${most} order by row`,
  )
  const lines: Cells[] = top.map((line) =>
    all.map((k) => (typeof line[`c${k}`] === 'string' ? String(line[`c${k}`]) : undefined)),
  )
  const [shares = {}] = await db.rows(
    `select ${all.map((k) => `coalesce(avg(regexp_full_match(c${k}::varchar, ${number})::integer), 0) as c${k}`).join(', ')} from raw where file = 0 and row between ${most} and 2000`,
  )
  const numeric = all.map((k) => Number(shares[`c${k}`]) > 0.9)
  const ids = lines.findIndex(isImport)
  const isHeader = (line: Cells, k: number): boolean => k <= ids || isWording(line, numeric)
  const end = lines.findIndex((line, k) => !isHeader(line, k))
  const extra = end < 0 ? (ids < 0 ? 0 : lines.length) : end
  const wording = lines.slice(0, extra).find((line) => !isImport(line))
  const what = ids < 0 ? 'texts where all answers are numbers' : 'import ids'
  return {
    rows: extra + 1,
    texts: wording ?? all.map(() => undefined),
    why: `the rows below the names hold ${what}`,
  }
}
