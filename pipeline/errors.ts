/** Where a value stands: the file; its line in a text file, its row in a table, its record in JSON; its column. */
export interface Place {
  file: string
  line?: number
  row?: number
  record?: number
  column?: string
}

/** One mistake in the user's input: what is wrong, the value, where, and what to do. */
export interface Mistake {
  what: string
  value?: string
  /** file, line or row, column: `raw/2024.csv line 873` */
  where?: string
  /** the same for programs */
  at?: Place
  /** how often it was found, where this is one of the first places */
  times?: number
  hint?: string
}

/** A place in words, `raw/2024.csv line 873, column q1`, and as it is; `before` goes in front. */
export function located(at: Place, before?: string): Pick<Mistake, 'where' | 'at'> {
  const { file, line, row, record, column } = at
  const spot = Object.entries({ line, row, record }).flatMap(([unit, number]) =>
    number === undefined ? [] : [` ${unit} ${number}`],
  )
  const where = `${file}${spot.join('')}${column === undefined ? '' : `, column ${column}`}`
  return { where: before === undefined ? where : `${before}, ${where}`, at }
}

/** A text from a file as messages show it. */
export const shown = (value: string): string => (value.length > 80 ? `${value.slice(0, 77)}…` : value)

/** A line for a terminal: whatever control characters came with a text from a file do nothing there. */
export const printable = (line: string): string => line.replace(/\p{Cc}/gu, ' ')

/** `what: value (where); hint`, in one line. */
function describe({ what, value, where, hint }: Mistake): string {
  const subject = value === undefined ? what : `${what}: ${shown(value)}`
  const place = where === undefined ? '' : ` (${where})`
  return printable(`${subject}${place}${hint === undefined ? '' : `; ${hint}`}`)
}

/** How often each kind of mistake was found, in one line; undefined where there is but one. */
export function countMistakes(mistakes: readonly Mistake[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { what, times = 1 } of mistakes) counts.set(what, (counts.get(what) ?? 0) + times)
  const total = [...counts.values()].reduce((sum, times) => sum + times, 0)
  const kinds = [...counts].map(([what, times]) => `${what} ${times === 1 ? 'once' : `${times} times`}`)
  return total > 1 ? `${total} mistakes: ${kinds.join(', ')}` : undefined
}

/** The user's input is wrong (exit 2). Carries every mistake found, never a stack trace. */
export class UserError extends Error {
  readonly mistakes: readonly Mistake[]
  constructor(mistakes: Mistake | readonly Mistake[]) {
    const all = 'what' in mistakes ? [mistakes] : mistakes
    super(all.map(describe).join('\n'))
    this.name = 'UserError'
    this.mistakes = all
  }
}
