/** One simulated survey: three waves drawn, and computed by the stations of the program. */
import { join } from 'node:path'
import type { Study, Wave } from '../../pipeline/contract/study.ts'
import { type Database, fileLiteral } from '../../pipeline/db.ts'
import { listCodes, matchCompanies, ratedCompanies } from '../../pipeline/match.ts'
import { rake } from '../../pipeline/rake.ts'
import { openWave } from '../../pipeline/read/wave.ts'
import { computeIndex, computeItem } from '../../pipeline/run.ts'
import type { Scored } from '../../pipeline/score.ts'
import { materialise } from '../../pipeline/sql.ts'
import { rate, sampling, strata } from '../../pipeline/sums.ts'
import { emptyTables, type Tables } from '../../pipeline/tables.ts'
import { weigh } from '../../pipeline/weigh.ts'
import { type Drawn, designs } from './draw.ts'
import { type Field, waves } from './field.ts'
import type { People } from './population.ts'
import { netPromoter, questions } from './questions.ts'

/** What one wave delivers of a population. */
interface Delivered {
  people: People
  /** by question: its id and what a rating answers */
  answers: readonly { id: string; given: (rating: number, respondent: number) => number | undefined }[]
  /** half of a split ballot that a respondent is in */
  half?: (respondent: number) => number
  file: string
}

/** Writes the answers of those who were drawn as one wave delivers them. */
export async function deliver(
  db: Database,
  { people, answers, half, file }: Delivered,
  drawn: readonly Drawn[],
): Promise<void> {
  const { firstRating, company, stratum, region, age, gender } = people
  const rows = drawn.flatMap((one, respondent) =>
    Array.from({ length: (firstRating[one.person + 1] ?? 0) - (firstRating[one.person] ?? 0) }, (_, k) => {
      const { unit, person, household, weight } = one
      return { respondent, unit, person, household, weight, rating: (firstRating[person] ?? 0) + k }
    }),
  )
  type Row = (typeof rows)[number]
  const column = (
    name: string,
    of: (row: Row) => number | undefined,
    type: 'integer' | 'number' = 'integer',
  ) => ({
    ...{ name, type },
    value: (k: number) => (rows[k] === undefined ? null : (of(rows[k]) ?? null)),
  })
  const columns = [
    column('respondent', (row) => row.respondent),
    column('company', (row) => company[row.rating]),
    column('stratum', (row) => stratum[row.household]),
    column('household', (row) => row.unit),
    column('region', (row) => region[row.household]),
    column('age', (row) => age[row.person]),
    column('gender', (row) => gender[row.person]),
    column('weight', (row) => row.weight, 'number'),
    ...(half === undefined ? [] : [column('half', (row) => half(row.respondent))]),
    ...answers.map(({ id, given }) => column(id, (row) => given(row.rating, row.respondent))),
  ]
  await db.fill('drawn', columns, rows.length)
  await db.run(`copy drawn to ${fileLiteral(file)} (format parquet)`)
}

/** Reads a wave as `readWave` does, without the checks: there is nothing wrong with the answers. */
export async function read(db: Database, study: Study, wave: Wave, path: string) {
  await listCodes(db, study, wave)
  const open = await openWave(db, study, wave, [{ path, name: path, csv: wave.csv }])
  await materialise(db, 'respondents')
  await matchCompanies(db)
  await weigh(db, study, open)
  await rate(db, study, open)
  const { categories } = await rake(db, study, open)
  const clustered = wave.columns.household !== undefined
  const design = await sampling(db, await strata(db), clustered, categories)
  return { open, design, rated: await ratedCompanies(db, study) }
}

/** The tables of the waves of survey `number`. Of the questions only that of net promoter and one more, by turns. */
export async function survey(
  db: Database,
  field: Field,
  { seed, number, design, folder }: { seed: number; number: number; design: number; folder: string },
): Promise<Tables[]> {
  const [chosen, study] = [designs[design], field.studies[design]]
  if (chosen === undefined || study === undefined) throw new RangeError(`no design ${design}`)
  const found: Tables[] = []
  let before: { wave: Wave; scored: Map<string, Scored> } | undefined
  for (const [place, wave] of study.waves.entries()) {
    const year = waves[place]?.year ?? 0
    const path = join(folder, `${wave.id}.parquet`)
    const drawn = field.sample(chosen, seed, `survey ${number}, wave ${wave.id}`)
    const answers = questions.map(({ id }, q) => {
      const column = field.population.years[year][q]
      return { id, given: (rating: number) => column?.[rating] }
    })
    await deliver(db, { people: field.population, answers, file: path }, drawn)
    const open = await read(db, study, wave, path)
    const tables = emptyTables()
    const scored = new Map<string, Scored>()
    for (const index of study.indices) {
      const one = await computeIndex(db, study, open, index, before)
      if (one === undefined) throw new Error(`${index.id} was not asked`)
      tables.scores.push(...one.scores)
      tables.comparisons.push(...one.comparisons)
      tables.against_rest.push(...one.against_rest)
      scored.set(index.id, one.scored)
    }
    for (const [k, item] of open.open.items.entries()) {
      if (item.id !== netPromoter && k !== Math.floor(number / 16) % questions.length) continue
      const one = await computeItem(db, study, open, k, item)
      tables.items.push(...one.items)
      tables.distributions.push(...one.distributions)
      tables.net_promoter.push(...one.net_promoter)
    }
    found.push(tables)
    before = { wave, scored }
  }
  return found
}
