/** industries.csv: the names of industries; without it, the ids in companies.csv are the names. */
import type { Mistake } from '../errors.ts'
import { type Entry, hasControls } from './companies.ts'
import { hintFor } from './nearest.ts'
import { idRule, isId } from './parts.ts'
import { firstLines, readRegister, twice } from './register.ts'
import type { Industry } from './study.ts'
import { todosOf } from './todo.ts'
import { wordsOf } from './words.ts'

const file = 'industries.csv'

/** The languages that the columns of industries.csv name. */
export const languagesIn = (text: string): string[] =>
  [...(text.split(/[\r\n]/, 1)[0] ?? '').matchAll(/\bname_([\w-]+)/g)].map(([, language = '']) => language)

/** Reads industries.csv. */
export function readIndustries(
  text: string,
  languages: readonly string[],
): { industries: Industry[]; mistakes: Mistake[] } {
  const columns = ['name', ...languages.map((language) => `name_${language}`)]
  const register = readRegister(file, text, { required: ['industry_id'], known: ['industry_id', ...columns] })
  const industries: Industry[] = []
  const lineOf = firstLines()
  for (const row of register.rows) {
    const { cell, wrong } = row
    const id = cell('industry_id')
    const first = lineOf(id.toLowerCase(), row)
    const plain = cell('name')
    const own = languages.flatMap((language) => {
      const name = cell(`name_${language}`) || plain
      return name === '' ? [] : [[language, name] as const]
    })
    if (!isId(id)) wrong('not a possible industry_id', id, idRule)
    else if (first !== undefined) wrong('the industry_id stands twice', id, twice(first))
    if (own.length === 0) wrong('an industry without a name', id, `fill in ${columns.join(' or ')}`)
    if (own.some(([, name]) => hasControls(name)))
      wrong('a control character or line break in a name', id, 'take it out')
    if (first === undefined) industries.push({ id, name: wordsOf(Object.fromEntries(own), languages) })
  }
  const mistakes = register.mistakes.map((mistake) =>
    mistake.what === 'unknown column' && mistake.value?.startsWith('name_')
      ? { ...mistake, hint: `the languages in study.yaml are ${languages.join(', ')}` }
      : mistake,
  )
  mistakes.push(...todosOf(register.rows, ['industry_id', ...columns]))
  return { industries, mistakes }
}

/** The industries that companies.csv names, each with its id as its name. */
export function industriesOf(
  entries: readonly Entry[],
  languages: readonly string[],
): { industries: Industry[]; mistakes: Mistake[] } {
  const mistakes: Mistake[] = []
  const found = new Map<string, string>()
  for (const { company, where } of entries) {
    const { industry } = company
    const first = found.get(industry.toLowerCase())
    if (industry === '' || first === industry) continue
    if (!isId(industry))
      mistakes.push({
        what: 'not a possible industry',
        value: industry,
        where,
        hint: `${idRule}; names go into ${file}`,
      })
    else if (first !== undefined)
      mistakes.push({
        what: 'two industries differ only in capitals',
        value: industry,
        where,
        hint: `write ${first} as before, or rename one`,
      })
    if (first === undefined) found.set(industry.toLowerCase(), industry)
  }
  return { industries: [...found.values()].map((id) => ({ id, name: wordsOf(id, languages) })), mistakes }
}

/** Industries of companies that industries.csv does not know, each at the first company it has. */
export function strayIndustries(entries: readonly Entry[], industries: readonly Industry[]): Mistake[] {
  const known = industries.map(({ id }) => id)
  const stray = new Map<string, Mistake>()
  for (const { company, where } of entries) {
    const { industry } = company
    const first = stray.get(industry)
    if (industry === '' || known.includes(industry)) continue
    stray.set(industry, {
      what: 'unknown industry',
      value: industry,
      where: first?.where ?? where,
      times: (first?.times ?? 0) + 1,
      hint: hintFor(industry, known, `industries in ${file}`),
    })
  }
  return [...stray.values()]
}
