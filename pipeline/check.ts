/** check: queries that return what is wrong; no rows = good. Every mistake found is reported at once. */
import { z } from 'zod'
import { lifetimeWithout } from './contract/lifetime.ts'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { type Mistake, UserError } from './errors.ts'
import { offScale } from './read/columns.ts'
import type { OpenWave } from './read/wave.ts'
import { materialise, query } from './sql.ts'

const offender = z.object({ file: z.int(), row: z.int(), value: z.string().nullable(), found: z.bigint() })
type Offender = z.infer<typeof offender>

/** What each file of queries/checks finds, and what to do about it. */
const checks = {
  blank_respondents: {
    what: 'no respondent id',
    hint: 'every row needs one: see columns.respondent of the wave',
  },
  bad_weights: {
    what: 'not a weight',
    hint: 'weights are positive numbers; see columns.weight and csv.decimal of the wave',
  },
  blank_strata: {
    what: 'no stratum',
    hint: 'every row needs one: see columns of the wave and design.strata',
  },
  changing_weights: { what: 'two weights for one respondent', hint: 'a respondent has one weight in a wave' },
  changing_strata: {
    what: 'two strata for one respondent',
    hint: 'a respondent belongs to one stratum in a wave',
  },
  unknown_companies: {
    what: 'unknown company',
    hint: 'add the value to codes in companies.csv, or set unmatched: drop',
  },
  double_ratings: {
    what: 'company rated twice',
    hint: 'settle it in the raw file: one rating per respondent and company',
  },
  lonely_strata: {
    what: 'a stratum of one respondent',
    hint: 'join it to another, or set design.single_unit_stratum: center',
  },
} as const

function mistake(
  open: OpenWave,
  found: Offender,
  more: bigint,
  { what, hint }: { what: string; hint: string },
): Mistake {
  const others = more > 0n ? ` (and ${more} more like this)` : ''
  return {
    what,
    ...(found.value === null ? {} : { value: found.value }),
    where: open.raw.place(found.file, found.row),
    hint: `${hint}${others}`,
  }
}

async function run(db: Database, open: OpenWave, name: keyof typeof checks): Promise<Mistake[]> {
  const rows = await query(db, `checks/${name}`, offender)
  return rows.map((row, k) =>
    mistake(open, row, k === rows.length - 1 ? row.found - BigInt(rows.length) : 0n, checks[name]),
  )
}

/** The respondents of the wave: ids, weights, strata and the companies they name. */
export async function checkRespondents(db: Database, study: Study, open: OpenWave): Promise<void> {
  const names: (keyof typeof checks)[] = [
    'blank_respondents',
    'bad_weights',
    'blank_strata',
    'changing_weights',
    'changing_strata',
  ]
  if (study.unmatched === 'error') names.push('unknown_companies')
  if (study.design.single_unit_stratum === 'error') names.push('lonely_strata')
  const mistakes: Mistake[] = []
  for (const name of names) mistakes.push(...(await run(db, open, name)))
  mistakes.push(...(await outsideLifetime(db, study, open)))
  if (mistakes.length > 0) throw new UserError(mistakes)
}

async function outsideLifetime(db: Database, study: Study, open: OpenWave): Promise<Mistake[]> {
  const rated = await db.rows(
    'select distinct company from company_values where company is not null order by company',
  )
  const wave = open.wave.id
  const waves = study.waves.map(({ id }) => id)
  return rated.flatMap(({ company }) => {
    const found = study.companies[Number(company)]
    if (found === undefined) return []
    const lifetime = lifetimeWithout(wave, found, waves)
    if (lifetime === undefined) return []
    return [
      {
        what: `rated in wave ${wave}, outside its lifetime (${lifetime})`,
        value: found.id,
        where: open.wave.files.join(', '),
        hint: 'mend valid_from and valid_to in companies.csv, or bind its codes to their waves',
      },
    ]
  })
}

/** The ratings of the wave: one per respondent and company, every answer on its scale. */
export async function checkRatings(db: Database, open: OpenWave): Promise<void> {
  await materialise(db, 'doubles')
  const doubled = (await db.rows('select 1 from doubles limit 1')).length > 0
  const mistakes = doubled ? await run(db, open, 'double_ratings') : []
  const counts = open.items.map((_, k) => `count_if(item_${k} = ${offScale})::integer as item_${k}`)
  const [found] = counts.length === 0 ? [] : await db.rows(`select ${counts.join(', ')} from ratings`)
  for (const [k, item] of open.items.entries()) {
    const times = Number(found?.[`item_${k}`] ?? 0)
    if (times === 0) continue
    const rows = await db.rows(
      `select file::integer as file, row::integer as row, respondent, ${open.rawValues[k]} as value from delivered
       semi join company_values on delivered.company = company_values.value and company_values.company is not null
       where ${open.answers[k]} = ${offScale} order by file, row limit 5`,
    )
    for (const [n, row] of rows.entries())
      mistakes.push({
        what: 'off the scale',
        value: String(row.value),
        where: `respondent ${row.respondent}, ${item.id}, ${open.raw.place(Number(row.file), Number(row.row))}`,
        hint: `the scale is ${item.scale.min}-${item.scale.max} in whole numbers, see items.${item.id} in study.yaml${n === rows.length - 1 && times > rows.length ? ` (and ${times - rows.length} more like this)` : ''}`,
      })
  }
  if (mistakes.length > 0) throw new UserError(mistakes)
}
