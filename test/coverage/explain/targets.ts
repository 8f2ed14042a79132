/** What is to be true of the companies, in points: levels by industry, with what is planted. */
import { randomStream } from '../../../pipeline/simulate/random.ts'
import { companyCount, industryCount, industryOf } from '../companies.ts'
import { effectAt, effectIn, type Kind } from './kinds.ts'
import type { Planted } from './plants.ts'
import { touchpoints } from './questions.ts'

const companies = Array.from({ length: companyCount }, (_, company) => company)

export interface Targets {
  /** by touchpoint, then company */
  expected: readonly (readonly number[])[]
  experienced: readonly (readonly number[])[]
  /** by company */
  satisfaction: readonly number[]
  /** in the waves before */
  before: readonly number[]
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

export function targetsOf(seed: number, name: string, traits: Kind, planted: Planted): Targets {
  const random = randomStream(seed, `targets ${name}`)
  const levels = (level: number) =>
    touchpoints.map(() => Array.from({ length: industryCount }, () => level + 3 * random.bell()))
  const at = (side: 'expected' | 'experienced', industries: readonly (readonly number[])[]) =>
    touchpoints.map((_, t) =>
      companies.map((company) => {
        const found = planted.atTouchpoints.get(`${company} ${t}`)
        const usual = industries[t]?.[industryOf(company)] ?? 0
        return usual + (found === undefined ? 0 : effectAt(found)[side])
      }),
    )
  const [expected, experienced] = [levels(traits.expected), levels(traits.experienced)]
  const industries = Array.from({ length: industryCount }, () => traits.satisfaction + 3 * random.bell())
  const usual = companies.map(
    (company) => (industries[industryOf(company)] ?? 0) + traits.spread * random.bell(),
  )
  const satisfied = (when: 'now' | 'before') =>
    companies.map((company) => {
      const found = planted.inCompanies.get(company)
      const satisfaction = found && effectIn(found).satisfaction
      if (satisfaction === undefined) return usual[company] ?? 0
      const others = companies.filter((one) => one !== company && industryOf(one) === industryOf(company))
      return mean(others.map((one) => usual[one] ?? 0)) + satisfaction[when]
    })
  return {
    expected: at('expected', expected),
    experienced: at('experienced', experienced),
    satisfaction: satisfied('now'),
    before: satisfied('before'),
  }
}
