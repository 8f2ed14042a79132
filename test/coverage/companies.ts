/** The companies of a population: sizes from some 30 to some 330 ratings in a sample, in eight industries. */
import type { Random } from '../../pipeline/simulate/random.ts'
import { indices } from './questions.ts'

export const companyCount = 40
export const industryCount = 8
export const industryOf = (company: number): number => company % industryCount

/** largest market share in multiples of the smallest */
const widest = 11

/** Whom customers choose among. */
export interface Market {
  /** a company by a uniform number, as likely as its market share */
  pick(uniform: number): number
  /** −1, 0 or 1: whether its customers are the less or the more engaged */
  tilt: readonly number[]
}

export interface Companies extends Market {
  /** centre of the latent answers by year, index and company */
  centres: readonly (readonly (readonly number[])[])[]
}

/** What a year changes, and what an index has of its own, in standard deviations of latent answers. */
const yearly = 0.2
const own = 0.5

/** Companies of these sizes; a few have the less or the more engaged customers. */
export function marketOf(random: Random, sizes: readonly number[]): Market {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  let sum = 0
  const upTo = sizes.map((size) => (sum += size / total))
  return {
    pick: (uniform) => {
      const found = upTo.findIndex((share) => uniform < share)
      return found < 0 ? companyCount - 1 : found
    },
    tilt: sizes.map(() => random.choice([0.25, 0.5, 0.25]) - 1),
  }
}

export function companiesOf(random: Random, { level, spread }: { level: number; spread: number }): Companies {
  const sizes = Array.from({ length: companyCount }, (_, c) => ({
    size: widest ** (c / (companyCount - 1)),
    order: random.uniform(),
  }))
    .sort((a, b) => a.order - b.order)
    .map(({ size }) => size)
  const base = sizes.map(() => level + spread * random.bell())
  const first = indices.map(({ shift }) =>
    base.map((centre) => centre + shift + own * spread * random.bell()),
  )
  const second = first.map((row) => row.map((centre) => centre + yearly * random.bell()))
  return { ...marketOf(random, sizes), centres: [first, second] }
}
