/** One mistake in the user's input: what is wrong, the value, where, and what to do. */
export interface Mistake {
  what: string
  value?: string
  /** file, line or row, column: `raw/2024.csv line 873` */
  where?: string
  hint?: string
}

const shown = (value: string): string => (value.length > 80 ? `${value.slice(0, 77)}…` : value)

/** `what: value (where); hint`, in one line. */
function describe({ what, value, where, hint }: Mistake): string {
  const subject = value === undefined ? what : `${what}: ${shown(value)}`
  const place = where === undefined ? '' : ` (${where})`
  return `${subject}${place}${hint === undefined ? '' : `; ${hint}`}`.replace(/\p{Cc}/gu, ' ')
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
