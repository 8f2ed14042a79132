/** The reference cases of test/oracle as plain studies, and the comparison with their figures. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import type { Answer, PlainStudy, Respondent } from './plain.ts'

export type Line = Record<string, string>
export type Figures = Record<string, number | string>
export interface Expected {
  settings: {
    items: string[]
    scale: { min: number; max: number }
    missing_codes: number[]
    waves: string[]
    confidence: number
    indices: Record<string, { weights: Record<string, number>; min_items: number }>
  }
  company: Figures[]
  industry: Figures[]
  overall: Figures[]
  pairs: Figures[]
  change: Figures[]
  change_industry: Figures[]
  change_overall: Figures[]
  covariance: { wave: string; index: string; companies: string[]; matrix: number[][] }[]
  lonely_stratum: { wave: string; index: string; respondent: string; rows: Figures[] }
}

const read = (file: string) => readFileSync(new URL(`../oracle/${file}`, import.meta.url), 'utf8')
export const lines = (folder: string): Line[] => parse(read(`${folder}/input.csv`), { columns: true })
export const figures = (folder: string): Expected => JSON.parse(read(`${folder}/expected.json`))

/** The lines of a reference case as a study; one line per rating. */
export function studyOf(
  input: Line[],
  { settings }: Pick<Expected, 'settings'>,
  items: string[],
  aggregate: 'companies' | 'ratings',
): PlainStudy {
  const answer = (text: string | undefined): Answer => {
    if (text === undefined || text === '') return 'not_asked'
    return settings.missing_codes.includes(Number(text)) ? 'dont_know' : Number(text)
  }
  const people = new Map<string, Respondent & { ratings: Respondent['ratings'][number][] }>()
  const companies = new Map<string, string>()
  for (const {
    wave = '1',
    respondent = '',
    stratum = '',
    w,
    company = '',
    industry = 'any',
    ...rest
  } of input) {
    const person = people.get(wave + respondent) ?? {
      wave,
      respondent,
      stratum,
      weight: Number(w),
      ratings: [],
    }
    person.ratings.push({
      company,
      answers: Object.fromEntries(items.map((item) => [item, answer(rest[item])])),
    })
    people.set(wave + respondent, person)
    companies.set(company, industry)
  }
  return {
    waves: (settings.waves ?? ['1']).map((id) => ({ id, items, columns: ['weight', 'stratum'] })),
    items: items.map((id) => ({ id, ...settings.scale, reverse: false })),
    indices: Object.entries(settings.indices ?? {}).map(([id, index]) => ({ id, items, ...index })),
    net_promoter: 'rec',
    industries: [...new Set(companies.values())].map((id) => ({ id, name: id })),
    companies: [...companies].map(([id, industry]) => ({ id, name: id, industry, publish: true })),
    respondents: [...people.values()],
    publication: { minimum_n: 2, minimum_shown: 2, aggregate, confidence: settings.confidence },
    single_unit_stratum: 'center',
    weighting: { targets: [], level: 'respondent' },
    panel: false,
  }
}

/** Compares named figures of one expected row: ours → theirs. */
export function agree(row: object | undefined, theirs: Figures, names: Record<string, string>) {
  expect(row, JSON.stringify(theirs)).toBeDefined()
  const ours = new Map(Object.entries(row ?? {}))
  for (const [name, their] of Object.entries(names)) {
    const expected = theirs[their]
    const value = ours.get(name)
    if (typeof expected !== 'number' || typeof value !== 'number')
      throw new Error(`${name}: ${value}, ${expected}`)
    const gap = Math.abs(value - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE)
    const exact = name === 'n' || name === 'shared_respondents' || name === 'df'
    expect(gap, `${name} ${value} ${expected}`).toBeLessThanOrEqual(exact ? 0 : expected === 0 ? 0 : 1e-9)
  }
}
