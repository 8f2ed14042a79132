import { parse } from 'yaml'
import { type SimulationOptions, simulate } from '../../pipeline/simulate/simulate.ts'

/** The text of those files of a simulated study whose name the pattern fits. */
export const filesOf = (options: SimulationOptions, wanted = /./): Map<string, string> =>
  new Map(
    [...simulate(options).files]
      .filter(({ name }) => wanted.test(name))
      .map(({ name, text }) => [name, typeof text === 'string' ? text : [...text].join('')]),
  )

export type Row = Record<string, string>

/** Lines of a csv file without quotes, by column. */
export function rowsOf(text: string | undefined, delimiter = ','): Row[] {
  const [header = [], ...lines] = (text ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(delimiter))
  return lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
}

interface Wave {
  file: string | string[]
  columns: Row
  items?: Record<string, string | null>
  values?: Record<string, Row>
  rows?: { column: string; equals: number }
  csv?: { delimiter: string; decimal: string }
}
export interface Contract {
  items: Record<string, { scale: { min: number; max: number }; reverse?: boolean }>
  indices: Record<string, { items: string[] }>
  touchpoints: Record<string, { expected: string; experienced: string }>
  waves: Record<string, Wave>
}

export const contractOf = (files: Map<string, string>): Contract => parse(files.get('study.yaml') ?? '')

export interface Rating {
  wave: string
  company: string
  weight: number
  /** role → what the study means by it */
  roles: Row
  /** item → answer in 0-100, where there is one; low is bad */
  answers: Record<string, number>
  /** index, or net_promoter → score, where there is one */
  scores: Record<string, number>
}

const filesIn = ({ file }: Wave): string[] => [file].flat()

/** The ratings of those waves whose files are there, read as the contract and the register say. */
export function ratingsOf(files: Map<string, string>): Rating[] {
  const contract = contractOf(files)
  const register = rowsOf(files.get('companies.csv'))
  const here = Object.entries(contract.waves).filter(([, wave]) =>
    filesIn(wave).every((name) => files.has(name)),
  )
  return here.flatMap(([id, wave]) => {
    const { columns, items = {}, values = {}, rows, csv } = wave
    const codes = new Map(
      register.flatMap(({ codes: written = '', company_id = '' }) =>
        written.split('|').flatMap((code): [string, string][] => {
          const [bound, value] = code.includes(':') ? code.split(':') : [id, code]
          return bound === id ? [[(value ?? '').toLowerCase(), company_id]] : []
        }),
      ),
    )
    const asked = Object.entries(contract.items).flatMap(([item, { scale, reverse = false }]) => {
      const column = items[item] === undefined ? item : items[item]
      return column === null ? [] : [{ item, column: column ?? item, ...scale, reverse }]
    })
    const lines = filesIn(wave).flatMap((name) => rowsOf(files.get(name), csv?.delimiter))
    const own = rows === undefined ? lines : lines.filter((row) => row[rows.column] === String(rows.equals))
    return own.map((row): Rating => {
      const roles: Row = {}
      for (const [role, column] of Object.entries(columns)) {
        const written = (row[column] ?? '').trim()
        roles[role] = values[role]?.[written] ?? written
      }
      const answers: Record<string, number> = {}
      for (const { item, column, min, max, reverse } of asked) {
        const written = row[column] ?? ''
        const value = values[item]?.[written] ?? written
        if (value === '' || Number(value) > 90) continue
        const points = (100 * (Number(value) - min)) / (max - min)
        answers[item] = reverse ? 100 - points : points
      }
      const scores: Record<string, number> = {}
      for (const [index, parts] of Object.entries(contract.indices)) {
        const askedHere = parts.items.filter((item) => asked.some((one) => one.item === item))
        const given = askedHere.flatMap((item) => answers[item] ?? [])
        if (given.length > 0 && given.length >= askedHere.length / 2) scores[index] = meanOf(given)
      }
      const { rec } = answers
      if (rec !== undefined) scores.net_promoter = rec >= 90 ? 100 : rec <= 60 ? -100 : 0
      return {
        wave: id,
        company: codes.get((roles.company ?? '').toLowerCase()) ?? `unknown ${roles.company}`,
        weight: Number((roles.weight ?? '').replace(csv?.decimal ?? '.', '.')),
        roles,
        answers,
        scores,
      }
    })
  })
}

export const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

export interface Estimate {
  mean: number
  se: number
  n: number
}

/** Weighted mean of a value among ratings that have it, with its linearised standard error; ratings of different respondents. */
export function estimateOf(
  ratings: readonly Rating[],
  value: (rating: Rating) => number | undefined,
): Estimate {
  const valid = ratings.flatMap((rating) => {
    const found = value(rating)
    return found === undefined ? [] : [{ weight: rating.weight, found }]
  })
  const sum = valid.reduce((total, { weight }) => total + weight, 0)
  const mean = valid.reduce((total, { weight, found }) => total + weight * found, 0) / sum
  const n = valid.length
  const variance =
    valid.reduce((total, { weight, found }) => total + (weight * (found - mean)) ** 2, 0) / sum ** 2
  return { mean, se: Math.sqrt((variance * n) / (n - 1)), n }
}

/** How many standard errors one mean lies above another. */
export const above = (one: Estimate, other: Estimate): number =>
  (one.mean - other.mean) / Math.hypot(one.se, other.se)
