/** What the populations with touchpoints are like, and what is planted in them; levels and effects in points of 0-100. */

/** Something planted at one touchpoint of a company, beside the rest of its industry. */
export interface AtTouchpoint {
  expected: number
  experienced: number
  /** level that its own people intend */
  intended?: number
}

/** Something planted in a company as a whole. */
export interface InCompany {
  /** satisfaction beside that of the rest of its industry, now and in the waves before */
  satisfaction?: { now: number; before: number }
  /** what its people believe, beside what its customers answer */
  belief: number
  /** how important they call it */
  priority: number
  /** nothing is to be found: it need not be a company with a hundred customers */
  ordinary?: boolean
}

const large = 15
const important = 75

const atTouchpoints = {
  promise: { expected: large, experienced: 0 },
  delivery: { expected: 0, experienced: -large },
  both: { expected: large / 2, experienced: -large / 2 },
  plain: { expected: -10, experienced: -10 },
  modest: { expected: 0, experienced: -large, intended: 45 },
} as const satisfies Record<string, AtTouchpoint>

const inCompanies = {
  unaware: { belief: large, priority: important },
  unwilling: { satisfaction: { now: -large, before: -large }, belief: 0, priority: 25 },
  idle: { satisfaction: { now: -large, before: -large }, belief: 0, priority: important },
  acting: { satisfaction: { now: -12, before: -24 }, belief: 0, priority: important, ordinary: true },
  humble: { belief: -12, priority: important, ordinary: true },
} as const satisfies Record<string, InCompany>

export type TouchpointPlant = keyof typeof atTouchpoints
export type CompanyPlant = keyof typeof inCompanies
export const effectAt = (plant: TouchpointPlant): AtTouchpoint => atTouchpoints[plant]
export const effectIn = (plant: CompanyPlant): InCompany => inCompanies[plant]

export interface Kind {
  /** means of what is expected and experienced, and of satisfaction */
  expected: number
  experienced: number
  satisfaction: number
  /** standard deviation of companies’ satisfaction within industries */
  spread: number
  /** digital relevance is −6 + slope × satisfaction beside its mean, and `own` of its own (a standard deviation) */
  digital: { slope: number; own: number }
  /** standard deviation of what members of a household have in common, on the scale 1-10 */
  household: number
  /** points on the scale 1-10 by which half b of a split ballot answers each index higher */
  order: readonly [number, number, number]
  /** how important it is to people of companies without plants */
  priority: { mean: number; spread: number }
  /** how many of each plant */
  atTouchpoints: Partial<Record<TouchpointPlant, number>>
  inCompanies: Partial<Record<CompanyPlant, number>>
}

const noOrder = [0, 0, 0] as const

/** The first two are without any effect; in the first, all shifts of the alternative ranking are equal too. */
export const kinds: readonly Kind[] = [
  {
    ...{ expected: 77, experienced: 71, satisfaction: 72, spread: 0, household: 0.5, order: noOrder },
    ...{ digital: { slope: 1, own: 0 }, priority: { mean: 55, spread: 15 } },
    ...{ atTouchpoints: {}, inCompanies: {} },
  },
  {
    ...{ expected: 86, experienced: 76, satisfaction: 76, spread: 3.5, household: 0.7, order: noOrder },
    ...{ digital: { slope: 0.6, own: 0 }, priority: { mean: important, spread: 0 } },
    ...{ atTouchpoints: {}, inCompanies: {} },
  },
  {
    ...{ expected: 72, experienced: 68, satisfaction: 69, spread: 3, household: 0.5, order: [-0.1, 0, 0.25] },
    ...{ digital: { slope: 0.7, own: 4 }, priority: { mean: important, spread: 0 } },
    atTouchpoints: { promise: 3, delivery: 3, both: 2, plain: 3, modest: 2 },
    inCompanies: { unaware: 3, unwilling: 3, idle: 3, acting: 2 },
  },
  // Where many are better than the rest, or think too little of themselves, a correction that counts them as findings lets more through.
  {
    ...{ expected: 68, experienced: 70, satisfaction: 68, spread: 2, household: 0.6, order: [0, -0.1, 0.15] },
    ...{ digital: { slope: 0.5, own: 6 }, priority: { mean: important, spread: 0 } },
    atTouchpoints: { promise: 5, delivery: 5, plain: 3 },
    inCompanies: { unaware: 3, humble: 16 },
  },
]

/** Kinds of population without any effect. */
export const isNull = ({ atTouchpoints, inCompanies }: Kind): boolean =>
  Object.keys(atTouchpoints).length + Object.keys(inCompanies).length === 0

/** Some companies’ satisfaction lies far behind that of the others. */
export const hasStragglers = ({ inCompanies }: Kind): boolean =>
  Object.keys(inCompanies).some((plant) => effectIn(plant as CompanyPlant).satisfaction !== undefined)

/**
 * How many households a population of a kind has, with two persons each, and for how many surveys it serves. Where nothing is
 * planted, chance should leave hardly any effect either; plants, and how rankings truly agree, should not be those of one population.
 */
export function sizeOf(kind: number): { households: number; surveys: number } {
  const traits = kinds[kind]
  return traits === undefined || isNull(traits)
    ? { households: 80_000, surveys: Number.POSITIVE_INFINITY }
    : { households: 12_000, surveys: 16 }
}
