/** The studies that are simulated: populations ready to be sampled, and the contracts of their surveys. */
import { loadStudy } from '../../pipeline/contract/load.ts'
import type { Study } from '../../pipeline/contract/study.ts'
import { companyCount, industryOf } from './companies.ts'
import { type Design, designs, marginsOf, type Sampler, samplerOf } from './draw.ts'
import { type Population, populationOf } from './population.ts'
import { dontKnow, indices, netPromoter, questions } from './questions.ts'
import { type Truth, truthOf } from './truth.ts'

/** The waves, and the year of the population that each is drawn from: nothing changes between the first two. */
export const waves = [
  { id: '2023', year: 0 },
  { id: '2024', year: 0 },
  { id: '2025', year: 1 },
] as const

/** A population, ready to be sampled, with its truth. */
export interface Field {
  population: Population
  sample: Sampler
  /** by year */
  truths: readonly [Truth, Truth]
  /** by design */
  studies: readonly Study[]
}

export const companyId = (company: number): string => `c${String(company).padStart(2, '0')}`
export const industryId = (industry: number): string => `i${industry}`
/** Of a company or industry, from its id. */
export const numberOf = (id: string): number => Number(id.slice(1))

/** The contract and the registers of a study of these companies, sampled so; `own`: what else the contract says; `more`: other files. */
export function studyWith(
  own: {
    items: Record<string, { min: number; max: number; missing: Record<string, string> }>
    indices: readonly { id: string; items: readonly { id: string }[] }[]
    waves: Record<string, { columns?: Record<string, string>; items?: Record<string, null> }>
    rest: Record<string, unknown>
  },
  { households, raked }: Design,
  margins: readonly string[],
  more: Record<string, string> = {},
): Study {
  const columns = {
    ...{ respondent: 'respondent', company: 'company', weight: 'weight', stratum: 'stratum' },
    ...(households ? { household: 'household' } : {}),
    ...(raked ? { age: 'age', gender: 'gender', region: 'region' } : {}),
  }
  const contract = {
    ...{ id: 'coverage', title: 'Coverage', publisher: { name: 'Coverage' }, licence: 'CC0-1.0' },
    ...{ languages: ['en'], synthetic: true },
    items: Object.fromEntries(
      Object.entries(own.items).map(([id, { min, max, missing }]) => [
        id,
        { text: id, scale: { min, max }, missing },
      ]),
    ),
    indices: Object.fromEntries(
      own.indices.map(({ id, items }) => [id, { items: items.map((item) => item.id) }]),
    ),
    ...own.rest,
    ...(raked ? { weighting: { rake: ['age', 'gender', 'region'] } } : {}),
    design: { strata: 'stratum', ...(households ? { cluster: 'household' } : {}) },
    waves: Object.fromEntries(
      Object.entries(own.waves).map(([id, { columns: more, ...wave }]) => [
        id,
        { file: `${id}.parquet`, ...wave, columns: { ...columns, ...more } },
      ]),
    ),
  }
  const targets = Object.keys(own.waves).flatMap((id) => margins.map((row) => `${id},${row}`))
  const companies = Array.from(
    { length: companyCount },
    (_, c) => `${companyId(c)},Company ${c},${industryId(industryOf(c))},${c}`,
  )
  const files: Record<string, string> = {
    ...more,
    'study.yaml': JSON.stringify(contract),
    'companies.csv': ['company_id,name,industry,codes', ...companies].join('\n'),
    ...(raked ? { 'targets.csv': ['wave,variable,category,share', ...targets].join('\n') } : {}),
  }
  return loadStudy((name) => files[name])
}

function studyOf(design: Design, margins: readonly string[]): Study {
  const missing = { [dontKnow]: 'dont_know' }
  const own = {
    items: Object.fromEntries(questions.map(({ id, min, max }) => [id, { min, max, missing }])),
    indices,
    waves: Object.fromEntries(waves.map(({ id }) => [id, {}])),
    rest: { net_promoter: { item: netPromoter } },
  }
  return studyWith(own, design, margins)
}

/** Population number `kind` of a seed. */
export function fieldOf(seed: number, kind: number, households?: number): Field {
  const population = populationOf(seed, kind, households)
  const margins = marginsOf(population)
  const truth = (year: 0 | 1) => truthOf(population.company, population.years[year])
  return {
    ...{ population, sample: samplerOf(population), truths: [truth(0), truth(1)] },
    studies: designs.map((design) => studyOf(design, margins)),
  }
}
