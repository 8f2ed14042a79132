import { stringify } from 'yaml'

export type Files = Readonly<Record<string, string | Uint8Array>>

const missing = { 97: 'not_applicable', 98: 'dont_know', 99: 'refused' }

/** A question on a scale from `min` to 10. */
export const question = (text: string, min = 1, codes: object = missing): object => ({
  text,
  scale: { min, max: 10 },
  missing: { ...codes },
})

/** What a contract may have otherwise than `contract` writes it. */
export interface Changes {
  waves?: Readonly<Record<string, object>>
  [key: string]: unknown
}

export const columns = { respondent: 'id', company: 'company', weight: 'w', stratum: 'stratum' }

/** A wave whose file is raw/<id>.csv. */
export const waveOf = (id: string, changes: object = {}): object => ({
  file: `raw/${id}.csv`,
  columns,
  ...changes,
})

/** study.yaml of a study with two waves, two indices and a net promoter question. */
export const contract = (changes: Changes = {}): string =>
  stringify({
    id: 'tiny',
    title: { nb: 'Lite barometer', en: 'Small barometer' },
    publisher: { name: 'Test' },
    licence: 'CC0-1.0',
    languages: ['nb', 'en'],
    synthetic: true,
    items: { a: question('How good?'), b: question('How near?'), rec: question('Recommend?', 0) },
    indices: { satisfaction: { items: ['a', 'b'] }, loyalty: { items: ['rec'] } },
    net_promoter: { item: 'rec' },
    design: { strata: 'stratum' },
    publication: { minimum_n: 5, minimum_shown: 4 },
    waves: { 2024: waveOf('2024'), 2025: waveOf('2025') },
    ...changes,
  })

export const companies = [
  'company_id,name,industry,codes',
  'alfa,Alfa Bank,bank,11',
  'beta,Bétå & Sønn,bank,12',
  'gamma,Gamma,bank,13',
  'delta,Delta Energi,energy,21',
  'epsilon,Epsilon,energy,22',
].join('\n')

export const header = 'id,company,w,stratum,a,b,rec'

/** Answers that differ from row to row and from wave to wave: `people` respondents, two companies each. */
export function answers(wave: number, people = 20): string[] {
  const codes = ['11', '12', '13', '21', '22']
  return Array.from({ length: people }, (_, p) => p).flatMap((p) =>
    [0, 1].map((k) => {
      const spread = (step: number) => (p * step + k * 3 + wave) % 5
      const weight = (100 + ((p * 37) % 100)) / 100
      const [a, b] = [6 + spread(7), p % 7 === 3 ? 98 : 5 + spread(3)]
      const rec = p % 11 === 5 ? '' : 6 + spread(2)
      return [`r${p + 1}`, codes[(p + k * 2) % 5], weight, p % 2 === 0 ? 'n' : 's', a, b, rec].join()
    }),
  )
}

export const csv = (rows: readonly string[], first = header): string => [first, ...rows, ''].join('\n')

/** A whole study folder that builds without errors. */
export const study = (changes: Changes = {}): Record<string, string | Uint8Array> => ({
  'study.yaml': contract(changes),
  'companies.csv': companies,
  'raw/2024.csv': csv(answers(2024)),
  'raw/2025.csv': csv(answers(2025)),
})
