/** Ratings side by side on one line: `company_1, q1_1, q2_1, company_2, …` → `company_{slot}`, `q1_{slot}`, … */
import { hintAt } from './names.ts'

/** What {slot} stands for, and the column names under which one rating is read. */
export interface Slots {
  slots: string[]
  /** the names of all columns, with {slot} where they have one per rating; in the order of the file */
  names: string[]
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Patterns for a name with a number in it, and for the other columns that are numbered the same way. */
function numbering(name: string): { stem: string; slot: string; others: RegExp }[] {
  const [, start = '', sign = '', slot = ''] = /^(.*?)([^A-Za-z0-9]*)(\d+)$/.exec(name) ?? []
  if (start !== '') return [{ stem: start, slot, others: new RegExp(`^(.+?)(${quoted(sign)})(\\d+)()$`) }]
  const [, lead = '', number = '', mark = '', rest = ''] =
    /^([A-Za-z]*)(\d+)([^A-Za-z0-9]+)(.+)$/.exec(name) ?? []
  if (rest === '') return []
  return [{ stem: rest, slot: number, others: new RegExp(`^(${quoted(lead)})()(\\d+)(${quoted(mark)}.+)$`) }]
}

/** The slots of a file whose company columns are numbered; undefined where it has none. */
export function slotsIn(names: readonly string[]): Slots | undefined {
  const companies = names.flatMap((name) =>
    numbering(name)
      .filter(({ stem }) => hintAt(stem, 'company') > 0)
      .map((found) => ({ ...found, name })),
  )
  const [first] = companies
  if (first === undefined) return undefined
  const slots = companies
    .filter(({ stem, others }) => stem === first.stem && others.source === first.others.source)
    .map(({ slot }) => slot)
  if (slots.length < 2 || new Set(slots).size < slots.length) return undefined
  const template = (name: string): string | undefined => {
    const [, before = '', sign = '', slot = '', after = ''] = first.others.exec(name) ?? []
    if (!slots.includes(slot)) return undefined
    const inAll = slots.every((other) => names.includes(`${before}${sign}${other}${after}`))
    return inAll ? `${before}${sign}{slot}${after}` : undefined
  }
  const read = [...new Set(names.map((name) => template(name) ?? name))]
  return read.filter((name) => name.includes('{slot}')).length < 2 ? undefined : { slots, names: read }
}

/** The name of a column without its slot: `q1_{slot}` → `q1`. */
export const withoutSlot = (name: string): string =>
  name.replace(/^[A-Za-z]*\{slot\}[^A-Za-z0-9]*/, '').replace(/[^A-Za-z0-9]*\{slot\}$/, '')
