/** Studies of drawn normal scores, to judge what a plan promises. */
import { stringify } from 'yaml'
import { uniforms } from '../../pipeline/stats/random.ts'

interface Drawn {
  industries: number
  /** companies in each industry, all rated by the same people */
  companies: number
  /** people of an industry, each of whom rates all its companies */
  base: number
  seed: number
  waves: readonly string[]
  /** true score of a company */
  score(industry: number, company: number, wave: number): number
  /** people answer in all waves, and keep half of what sets them apart */
  panel?: boolean
}

/** Standard deviation of a rating, and the part of its variance that a person shows in every rating of a wave. */
export const ratingSd = 12
export const shared = 0.3

/** Standard normal numbers by Box and Muller. */
export function normals(seed: number): () => number {
  const next = uniforms(seed, 'drawn')
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

export const idOf = (industry: number, company: number): string => `i${industry}c${company}`

/** The files of a study whose one question has 101 answers, so that scores are nearly continuous. */
export function drawnStudy({ industries, companies, base, seed, waves, score, panel = false }: Drawn) {
  const normal = normals(seed)
  const pick = uniforms(seed, 'weights')
  const numbers = (count: number) => Array.from({ length: count }, (_, k) => k)
  const people = numbers(industries * base).map((person) => ({
    id: `p${person}`,
    industry: Math.floor(person / base),
    weight: [0.5, 1, 2][Math.floor(3 * pick())] ?? 1,
    lasting: normal(),
    tastes: numbers(companies).map(normal),
  }))
  // What lasts from wave to wave is half the variance in a panel, of the person and of each taste alike.
  const mixed = (lasting: number) => (panel ? Math.SQRT1_2 * (lasting + normal()) : normal())
  const files = waves.map((wave, w) => {
    const rows = people.flatMap(({ id, industry, weight, lasting, tastes }) => {
      const mood = mixed(lasting)
      return tastes.map((taste, company) => {
        const deviation = Math.sqrt(shared) * mood + Math.sqrt(1 - shared) * mixed(taste)
        const value = Math.round(score(industry, company, w) + ratingSd * deviation)
        return [id, idOf(industry, company), weight, Math.min(100, Math.max(0, value))].join()
      })
    })
    return [`raw/${wave}.csv`, `${['id,company,w,q', ...rows].join('\n')}\n`] as const
  })
  const contract = {
    ...{ id: 'drawn', title: 'Drawn', publisher: { name: 'Test' }, licence: 'CC0-1.0', languages: ['en'] },
    items: { q: { text: 'How good?', scale: { min: 0, max: 100 } } },
    indices: { satisfaction: { items: ['q'] } },
    publication: { minimum_n: 30, minimum_shown: 30 },
    ...(panel ? { design: { panel: true } } : {}),
    waves: Object.fromEntries(
      waves.map((wave) => [
        wave,
        { file: `raw/${wave}.csv`, columns: { respondent: 'id', company: 'company', weight: 'w' } },
      ]),
    ),
  }
  const register = numbers(industries).flatMap((industry) =>
    numbers(companies).map((company) => `${idOf(industry, company)},${idOf(industry, company)},i${industry}`),
  )
  return {
    'study.yaml': stringify(contract),
    'companies.csv': `${['company_id,name,industry', ...register].join('\n')}\n`,
    ...Object.fromEntries(files),
  }
}
