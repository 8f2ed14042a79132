/** Companies from the values of the company columns. */
import { distance } from 'fastest-levenshtein'
import type { DraftCompany, Guess } from './draft.ts'
import { slug } from './names.ts'
import type { Column } from './profile.ts'
import { oneLine } from './segments.ts'

/** One wave's values of the company column; `industries`: by value, where one column tells. */
export interface Rated {
  wave: string
  column: Column | undefined
  industries: ReadonlyMap<string, string>
}

/** Companies, values that codes cannot hold by wave (value → company_id), and names that may mean one company. */
export interface Register {
  companies: DraftCompany[]
  values: ReadonlyMap<string, ReadonlyMap<string, string>>
  alike: string[]
}

const isNumber = (value: string): boolean => /^\d+([.,]0+)?$/.test(value)

/** True for a value that a cell of companies.csv holds as one code, in a spreadsheet, too. */
const isCode = (value: string, waves: readonly string[]): boolean =>
  !/[|\p{Cc}]/u.test(value) &&
  !/^[=+\-@]/.test(value) &&
  value === value.trim() &&
  !waves.some((wave) => value.startsWith(`${wave}:`)) &&
  !/^TODO\b/.test(value)

function nameOf(values: readonly string[]): Guess<string> {
  const [value = ''] = values
  if (values.every(isNumber)) return { value: `name of ${value}`, todo: true }
  const words = oneLine(values.find((one) => !isNumber(one)) ?? value)
  const strange = words === '' || /^[=+\-@]/.test(words) || words.length > 80 || !/[\p{L}\d]/u.test(words)
  return strange || /^TODO\b/.test(words)
    ? { value: words.replace(/^[=+\-@\s]+/, '').slice(0, 80) || 'name', todo: true }
    : { value: words }
}

/** One company for each value; values that differ in capitals or blanks are one. Numbers hold in their wave only where there are several. */
export function registerOf(rated: readonly Rated[]): Register {
  const waves = rated.map(({ wave }) => wave)
  const found = new Map<string, { values: string[]; bound: [wave: string, value: string][] }>()
  for (const { wave, column } of rated)
    for (const { value } of column?.values ?? []) {
      const key = oneLine(value).toLowerCase()
      const one = found.get(key) ?? { values: [], bound: [] }
      if (!one.values.includes(value)) one.values.push(value)
      one.bound.push([wave, value])
      found.set(key, one)
    }
  const taken = new Set<string>()
  const values = new Map<string, Map<string, string>>()
  const companies = [...found]
    .sort(([a], [b]) => compare(a, b))
    .map(([key, { values: written, bound }]): DraftCompany => {
      const [value = ''] = written
      const codesOfOthers = [...found.keys()].filter((other) => other !== key)
      const id = slug(isNumber(value) ? `c${value}` : value, new Set([...taken, ...codesOfOthers]), 'company')
      taken.add(id.toLowerCase())
      const codes: string[] = []
      for (const [wave, one] of bound) {
        if (!isCode(one, waves)) values.set(wave, new Map([...(values.get(wave) ?? []), [one, id]]))
        else codes.push(isNumber(one) && waves.length > 1 ? `${wave}:${one}` : one)
      }
      const industry = rated.flatMap(({ industries }) =>
        bound.flatMap(([, one]) => industries.get(one) ?? []),
      )[0]
      return {
        id,
        name: nameOf(written),
        industry: industry === undefined ? { value: 'industry', todo: true } : { value: industry },
        codes: codes.filter(
          (code, k) =>
            code.toLowerCase() !== id &&
            codes.findIndex((other) => other.toLowerCase() === code.toLowerCase()) === k,
        ),
      }
    })
  const names = companies.filter(({ name }) => name.todo !== true).map(({ name }) => name.value)
  const alike = names.flatMap((name, k) => {
    const others = names.slice(k + 1)
    const longer = others.find((other) => other.toLowerCase().startsWith(`${name.toLowerCase()} `))
    const meant =
      longer ??
      others.find((other) => name.length > 7 && distance(name.toLowerCase(), other.toLowerCase()) <= 1)
    return meant === undefined ? [] : [`${name} / ${meant}`]
  })
  return { companies, values, alike }
}

/** Numbers by size, then texts. */
function compare(a: string, b: string): number {
  if (isNumber(a) && isNumber(b))
    return Number(a.replace(',', '.')) - Number(b.replace(',', '.')) || (a < b ? -1 : 1)
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}
