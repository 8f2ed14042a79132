/** check: ratings that repeat one answer and respondents who repeat another, counted, and left out where the contract says so. */
import { checkStrata } from './check.ts'
import type { Item, Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { UserError } from './errors.ts'
import { grouped } from './group.ts'
import { publicRatings } from './match.ts'
import { valid } from './measures.ts'
import type { OpenWave } from './read/wave.ts'
import { added, countOf, isEmpty, materialise } from './sql.ts'

/** What the wave holds of each kind, among the ratings of public companies. */
export interface Repetitions {
  straight_liners: number
  duplicates: number
  /** ratings left out */
  excluded: number
}

const kinds = ['straight_liners', 'duplicates'] as const

/** The items on the scale that most items share: only on one scale does one answer mean one thing. */
function commonScale(items: readonly Item[]): number[] {
  const scales = grouped(items.keys(), (k) => `${items[k]?.scale.min} ${items[k]?.scale.max}`)
  return [...scales.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
}

/** Makes the tables `straight_liners` and `duplicates` of the ratings that `filter` chooses. */
async function find(db: Database, open: OpenWave, filter: string): Promise<void> {
  const items = open.items.map((_, k) => `item_${k}`)
  const line = commonScale(open.items).map((k) => `item_${k}`)
  const sum = (chosen: readonly string[], of: (item: string) => string) => added(chosen.map(of))
  const alike = (a: string, b: string) => `(${a} = ${b} or not (${valid(a)}) or not (${valid(b)}))`
  const likely = line.slice(1, 5).map((item, k) => alike(line[k] ?? item, item))
  await db.run(`create or replace temp view rating_lines as select respondent, company,
    ${['true', ...likely].join(' and ')} as likely,
    ${sum(items, (item) => `(${valid(item)})::integer`)} as answered_in_all,
    ${sum(line, (item) => `(${valid(item)})::integer`)} as answered,
    ${sum(line, (item) => `case when ${valid(item)} then ${item}::integer else 0 end`)} as total,
    greatest(${line.join(', ')}) as highest, ${items.join(', ')} from ratings where ${filter}`)
  for (const kind of kinds) await materialise(db, kind)
}

/** Counts both kinds, and takes out of `ratings`, `sample` and `respondents` those that the contract excludes. */
export async function exclude(db: Database, study: Study, open: OpenWave): Promise<Repetitions> {
  if (open.items.length === 0) return { straight_liners: 0, duplicates: 0, excluded: 0 }
  const shown = publicRatings(study)
  await find(db, open, shown)
  const found = {
    straight_liners: await countOf(db, 'straight_liners'),
    duplicates: await countOf(db, 'duplicates'),
  }
  if (study.exclude.length === 0) return { ...found, excluded: 0 }
  await find(db, open, 'true')
  await db.run(
    `create or replace table excluded as ${study.exclude
      .map((kind) =>
        kind === 'duplicates'
          ? 'select respondent, company from ratings semi join duplicates using (respondent)'
          : 'select respondent, company from straight_liners',
      )
      .join(' union ')}`,
  )
  const before = await countOf(db, `ratings where ${shown}`)
  await db.run(
    'delete from ratings where (respondent, company) in (select (respondent, company) from excluded)',
  )
  await db.run(
    'delete from sample where respondent in (select respondent from excluded) and respondent not in (select respondent from ratings)',
  )
  await db.run('delete from respondents where id not in (select id from sample)')
  const left = await countOf(db, `ratings where ${shown}`)
  if (await isEmpty(db, 'ratings'))
    throw new UserError({
      what: `exclude leaves no rating of wave ${open.wave.id}`,
      value: study.exclude.join(', '),
      where: 'study.yaml',
      hint: 'look at the answers: every rating repeats one answer, or every respondent another',
    })
  await checkStrata(db, study, open)
  return { ...found, excluded: before - left }
}
