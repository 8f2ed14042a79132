/** Raw files → a table per wave, profiled. */
import type { Wave } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { UserError } from '../errors.ts'
import { textOf } from '../read/columns.ts'
import { findFiles } from '../read/files.ts'
import { namesIn, openRaw } from '../read/readers.ts'
import { expanded, stacked } from '../read/stack.ts'
import type { World } from '../world.ts'
import type { Guess } from './draft.ts'
import { counted, many } from './draft.ts'
import { type Headers, headersIn } from './headers.ts'
import { hintAt } from './names.ts'
import { type Column, type Profile, profileOf } from './profile.ts'
import { type Slots, slotsIn } from './slots.ts'

/** A wave as its files show it. */
export interface Opened extends Profile {
  id: Guess<string>
  files: readonly string[]
  slots: Slots | undefined
  headers: Headers
  rowsOf: { column: string; equals: string; why: string } | undefined
  /** names of columns that cannot be read, with the reason */
  unreadable: readonly string[]
}

/** The files of a wave, relative to the folder they lie in. */
export interface Delivered {
  id: Guess<string>
  files: readonly string[]
}

const once = (names: readonly string[], name: string): boolean =>
  names.indexOf(name) === names.lastIndexOf(name)

async function readable(db: Database, files: Awaited<ReturnType<typeof findFiles>>) {
  const headers = await Promise.all(files.map((file) => namesIn(db, file)))
  const all = [...new Set(headers.flat())].filter((name) => name !== '')
  const shared = all.filter((name) => headers.every((names) => names.includes(name)))
  const isPlain = (name: string) => !name.includes('{slot}') && headers.every((found) => once(found, name))
  const names = shared.filter(isPlain)
  const unreadable = all.flatMap((name) => {
    if (names.includes(name)) return []
    if (!shared.includes(name)) return [`${name}: not in every file of the wave`]
    return [
      `${name}: ${name.includes('{slot}') ? '{slot} has a meaning of its own' : 'the name stands twice'}`,
    ]
  })
  return { names, unreadable }
}

/** Reads the files of a wave into the table `wave_<k>`: every column as text, one row per rating. */
async function readInto(world: World, db: Database, k: number, delivered: Delivered, folder: string) {
  const table = `wave_${k}`
  const wave: Wave = {
    id: delivered.id.value,
    at: { file: 'the command line' },
    files: delivered.files,
    columns: {},
    items: {},
    values: {},
    csv: { decimal: '.', header_rows: 1 },
  }
  const files = await findFiles(world, folder, wave)
  const { names, unreadable } = await readable(db, files)
  const lost = () => ({ what: 'no such column' })
  await openRaw(db, files, names, lost)
  const found = await headersIn(db, names.length)
  const csv = { ...wave.csv, header_rows: found.rows }
  const slots = slotsIn(names)
  const read: Wave = { ...wave, csv, ...(slots === undefined ? {} : { slots: slots.slots }) }
  const wanted = slots?.names ?? names
  const raw = await openRaw(
    db,
    files.map((file) => ({ ...file, csv })),
    expanded(read, wanted),
    lost,
  )
  const { sql, kinds } = stacked(raw, read, wanted)
  const columns = kinds.map(
    (kind, c) => `${textOf({ sql: `c${c}`, kind, decimal: '.', values: {} })} as c${c}`,
  )
  const rated = wanted.findIndex((name) => name.includes('{slot}') && hintAt(name, 'company') > 0)
  await db.run(
    `create or replace table ${table} as select file, row, ${columns.join(', ')} from (${sql}) ${slots === undefined || rated < 0 ? '' : `where c${rated} is not null`}`,
  )
  for (const [number] of files.entries()) await db.run(`drop table if exists raw_${number}_file`)
  const text = (name: string) => found.texts[names.indexOf(name.replaceAll('{slot}', slots?.slots[0] ?? ''))]
  return { table, names: wanted, texts: wanted.map(text), slots, headers: found, unreadable }
}

/** A column that tells waves apart: few values, years or small numbers, in every row. */
function waveColumn({ columns, rows }: Profile): Column | undefined {
  const isWave = ({ name, filled, distinct, whole, smallest, largest }: Column): boolean =>
    hintAt(name, 'wave') > 0 &&
    filled === rows &&
    whole === rows &&
    distinct <= 40 &&
    ((smallest ?? 0) >= 1900 ? (largest ?? 0) <= 2100 : (smallest ?? 0) >= 1 && (largest ?? 0) <= 100)
  return columns.find(isWave)
}

/** Reads and profiles the waves. A single file with a column of years or rounds becomes a wave for each of them. */
export async function openWaves(
  world: World,
  db: Database,
  folder: string,
  delivered: readonly Delivered[],
): Promise<Opened[]> {
  const opened: Opened[] = []
  for (const [k, one] of delivered.entries()) {
    world.progress(`reading ${one.files.join(', ')}`)
    const { table, names, texts, slots, headers, unreadable } = await readInto(world, db, k, one, folder)
    world.progress(`counting ${one.files.join(', ')}`)
    const profile = await profileOf(db, table, names, texts)
    if (profile.rows === 0)
      throw new UserError({
        what: 'no answers below the header',
        where: one.files.join(', '),
        hint: 'name a file that holds answers',
      })
    const rest = { files: one.files, slots, headers, unreadable }
    const tells = delivered.length === 1 ? waveColumn(profile) : undefined
    const values = [...(tells?.values ?? [])].sort((a, b) => Number(a.value) - Number(b.value))
    if (tells === undefined || values.length < 2) {
      const [only] = values
      const id =
        only === undefined
          ? one.id
          : { value: only.value, why: `${tells?.name} is ${only.value} in every row` }
      opened.push({ ...profile, ...rest, id, rowsOf: undefined })
      continue
    }
    for (const [part, { value, n }] of values.entries()) {
      const own = `${table}_${part}`
      await db.run(`create or replace table ${own} as select * from ${table} where ${tells.sql} = $1`, [
        value,
      ])
      const why = `${many(n, 'row')} of ${counted(profile.rows)} have ${tells.name} ${value}`
      opened.push({
        ...(await profileOf(db, own, names, texts)),
        ...rest,
        id: { value, why },
        rowsOf: { column: tells.name, equals: value, why },
      })
    }
  }
  return opened
}
