/** A synthetic study with known truth: a pure function of its options, the same bytes on every platform. */
import { type Mistake, UserError } from '../errors.ts'
import { deliveriesOf, deliveryText } from './answers.ts'
import { beliefsText } from './beliefs.ts'
import { companiesOf } from './companies.ts'
import { companiesText, industriesText } from './registers.ts'
import { studyText } from './study.ts'
import { truthLines } from './truth.ts'
import { wavesOf } from './waves.ts'

export interface SimulationOptions {
  seed: number
  /** per wave */
  respondents: number
  companies: number
  waves: number
}

export interface SimulatedFile {
  /** relative to the study folder */
  name: string
  /** the whole text, or its pieces, drawn when they are asked for */
  text: string | Iterable<string>
}

/** What data/demo is made with. */
export const demoOptions: SimulationOptions = { seed: 16, respondents: 4700, companies: 155, waves: 10 }

const limits: readonly [option: keyof SimulationOptions, low: number, high: number][] = [
  ['seed', 0, 4294967295],
  ['respondents', 40, 1_000_000],
  ['companies', 2, 200],
  ['waves', 1, 30],
]

function checkOptions(options: SimulationOptions): void {
  const mistakes = limits.flatMap(([option, low, high]): Mistake[] => {
    const value = options[option]
    if (Number.isInteger(value) && value >= low && value <= high) return []
    const hint = `write a whole number from ${low} to ${high}`
    return [{ what: `--${option} is out of range`, value: String(value), where: 'simulate', hint }]
  })
  if (mistakes.length > 0) throw new UserError(mistakes)
}

/** The files of the study: contract, registers, the companies' own survey, answers, and truth.csv, which the pipeline never reads. */
export function simulate(options: SimulationOptions): { files: Iterable<SimulatedFile> } {
  checkOptions(options)
  const { seed, respondents } = options
  const waves = wavesOf(options.waves)
  const companies = companiesOf(seed, options.companies, waves)
  const answers = deliveriesOf(waves).map(
    (delivery): SimulatedFile => ({
      name: delivery.name,
      text: { [Symbol.iterator]: () => deliveryText(seed, respondents, companies, delivery) },
    }),
  )
  return {
    files: [
      { name: 'study.yaml', text: studyText(waves) },
      { name: 'companies.csv', text: companiesText(companies, waves) },
      { name: 'industries.csv', text: industriesText(companies) },
      { name: 'beliefs.csv', text: beliefsText(seed, companies, waves) },
      ...answers,
      { name: 'truth.csv', text: { [Symbol.iterator]: () => truthLines(companies, waves) } },
    ],
  }
}
