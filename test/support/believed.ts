/** Studies of drawn beliefs and scores, without a database: what the rules of METHOD.md §19 make of them. */
import { stringify } from 'yaml'
import { loadStudy } from '../../pipeline/contract/load.ts'
import type { Study } from '../../pipeline/contract/study.ts'
import { type Believed, bothOf } from '../../pipeline/explain/both.ts'
import { surveyOf } from '../../pipeline/explain/survey.ts'
import type { CompanyEstimate, Estimate, Scored } from '../../pipeline/score.ts'

/** Somebody who was asked: company by number, role, belief and priority on the scale of the study. */
export interface Person {
  company: number
  role: string
  belief: number | undefined
  priority?: number
}

export interface Figure {
  score: number
  se: number
  df: number
}

const numbers = (count: number) => Array.from({ length: count }, (_, k) => k)
export const idOf = (company: number): string => `c${company}`

/** A study of so many companies in industries of `size`. */
export function studyOf(companies: number, size: number, scale: { min: number; max: number }): Study {
  const waves = ['2021', '2022', '2023', '2024', '2025']
  const files: Record<string, string> = {
    'study.yaml': stringify({
      ...{ id: 's', title: 'S', publisher: { name: 'P' }, licence: 'CC0' },
      items: { q: { text: 'Q', scale: { min: 0, max: 100 } } },
      indices: { satisfaction: { items: ['q'] } },
      beliefs: { scale, indices: { satisfaction: { items: ['b'], priority: 'p' } } },
      waves: Object.fromEntries(
        waves.map((wave) => [wave, { file: 'f.csv', columns: { respondent: 'r', company: 'c' } }]),
      ),
    }),
    'companies.csv': [
      'company_id,name,industry',
      ...numbers(companies).map((k) => `${idOf(k)},${idOf(k)},i${Math.floor(k / size)}`),
    ].join('\n'),
    'beliefs.csv': 'wave,company_id,role,b,p',
  }
  return loadStudy((name) => files[name])
}

/** The study, its people asked in its last wave. */
export const withPeople = (study: Study, people: readonly Person[]): Study => ({
  ...study,
  beliefs: people.map(({ company, role, belief, priority }) => ({
    ...{ wave: '2025', company: idOf(company), role },
    answers: new Map(
      Object.entries({ b: belief, p: priority }).flatMap(([column, answer]) =>
        answer === undefined ? [] : [[column, answer] as const],
      ),
    ),
  })),
})

const shown = { published: true, reason: null } as const

/** The scores of a wave whose companies share no customers. */
export function scoredOf(figures: readonly Figure[], size: number): Scored {
  const estimate = ({ score, se, df }: Figure): Estimate => ({
    ...{ ...shown, n: df + 1, nEffective: df + 1, score, se, df },
  })
  const companies = figures.map((own, company): CompanyEstimate => {
    const industry = Math.floor(company / size)
    const inside = figures.slice(industry * size, (industry + 1) * size)
    const others = inside.filter((other) => other !== own)
    const rest = {
      score: others.reduce((sum, { score }) => sum + score, 0) / others.length,
      se: Math.sqrt(others.reduce((sum, { se }) => sum + se ** 2, 0)) / others.length,
    }
    const df = inside.reduce((sum, one) => sum + one.df + 1, 0) - 2
    return {
      ...{ ...estimate(own), company, units: own.df + 1, strata: [0] },
      rest: {
        ...{ difference: own.score - rest.score, se: Math.hypot(own.se, rest.se), df, rest },
        smallerDf: Math.min(own.df, Math.max(...others.map((other) => other.df))),
      },
    }
  })
  const all = estimate(figures[0] ?? { score: 50, se: 1, df: 1 })
  return {
    ...{
      companies,
      shared: new Map(),
      industries: new Map(),
      all,
      pooled: new Set<number>(),
      panel: undefined,
    },
    covariance: figures.map((_, j) => figures.map(({ se }, k) => (j === k ? se ** 2 : 0))),
  }
}

/** Both surveys of the last wave; `past`: the scores of the waves before, oldest first. */
export function believedOf(study: Study, scored: Scored, past: readonly Scored[] = []): Believed {
  const waves = study.waves.slice(-1 - past.length, -1)
  const survey = surveyOf(study, '2025', 'satisfaction')
  return {
    ...{ index: 'satisfaction', survey, scored, superior: undefined },
    companies: bothOf(study, survey, scored),
    chain: waves
      .map((wave, k) => ({ wave, scored: new Map(past.slice(k, k + 1).map((one) => ['satisfaction', one])) }))
      .reverse(),
  }
}

export const nobodyElse = { companies: [], sets: [] }
