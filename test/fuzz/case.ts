/** A case: a small valid study of which one file is damaged. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import type { Database } from '../../pipeline/db.ts'
import { damaged } from './damage.ts'
import { type Draw, drawFrom } from './draw.ts'
import { editedLines, editedTable, editedValue } from './edit.ts'
import { type Small, smallStudy, type Table } from './small.ts'
import { tokens, yamlTokens } from './tokens.ts'
import { arrowBytes, type CsvForm, csvLines, jsonText, packed, textBytes, writeParquet } from './write.ts'

export const formats = ['csv', 'gz', 'json', 'parquet', 'arrow', 'yaml', 'companies', 'corrections'] as const
export type Format = (typeof formats)[number]
const shares: readonly Format[] = [
  ...Array<Format>(7).fill('csv'),
  ...Array<Format>(3).fill('gz'),
  ...Array<Format>(4).fill('json'),
  ...Array<Format>(4).fill('parquet'),
  ...Array<Format>(3).fill('arrow'),
  ...Array<Format>(4).fill('yaml'),
  'companies',
  'corrections',
]

export interface Case {
  number: number
  format: Format
  /** what was done to the file; empty: nothing */
  done: readonly string[]
  /** builds over an old output, where others only check */
  builds: boolean
}

interface Raw {
  format: 'csv' | 'gz' | 'json' | 'parquet' | 'arrow'
  csv: CsvForm
  named: boolean
}

function rawOf(draw: Draw, format: Format): Raw {
  const raw =
    format === 'csv' || format === 'gz' || format === 'json' || format === 'parquet' || format === 'arrow'
      ? format
      : 'csv'
  const isText = raw === 'csv' || raw === 'gz'
  const encoding = isText
    ? draw.pick(['utf-8', 'utf-8', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'latin1'])
    : 'utf-8'
  return {
    format: raw,
    named: encoding === 'latin1' || (isText && draw.chance(0.2)),
    csv: {
      delimiter: draw.pick([',', ',', ';', '\t', '|']),
      end: draw.pick(['\n', '\n', '\r\n', '\r']),
      quotes: draw.pick(['needed', 'needed', 'all', 'some']),
      encoding,
      marked: encoding.startsWith('utf') && draw.chance(0.4),
      more: isText && draw.chance(0.12) ? 1 + draw.below(2) : 0,
    },
  }
}

const endings = { csv: 'csv', gz: 'csv.gz', json: 'json', parquet: 'parquet', arrow: 'arrow' } as const

/** The bytes of the raw file, changed before it is written where `edits` says so. */
async function rawBytes(
  db: Database,
  { table, kinds }: Small,
  { format, csv }: Raw,
  { draw, path, edits }: { draw: Draw; path: string; edits: { table: boolean; lines: boolean } },
): Promise<{ bytes: Buffer; done: string[] }> {
  const changed: { table: Table; done: string } = edits.table ? editedTable(table, draw) : { table, done: '' }
  const done = edits.table ? [changed.done] : []
  if (format === 'parquet') {
    await writeParquet(db, path, changed.table, kinds, draw)
    return { bytes: readFileSync(path), done }
  }
  if (format === 'arrow') return { bytes: arrowBytes(changed.table, kinds, draw), done }
  let lines = format === 'json' ? jsonText(changed.table, draw).split('\n') : csvLines(changed.table, csv)
  if (edits.lines) {
    const edited = editedLines(lines, draw, tokens)
    lines = edited.lines
    done.push(edited.done)
  }
  const bytes = textBytes(lines, format === 'json' ? { ...csv, end: '\n' } : csv, draw)
  return { bytes: format === 'gz' ? packed(bytes, draw) : bytes, done }
}

function textEdited(text: string, draw: Draw, words: readonly string[]): { bytes: Buffer; done: string[] } {
  if (draw.chance(0.4)) return damaged(Buffer.from(text), draw, words)
  const { lines, done } = editedLines(text.split('\n'), draw, words)
  return { bytes: Buffer.from(lines.join('\n')), done: [done] }
}

/**
 * Writes the study of case `number` into `folder`, which may hold an earlier one. The same number and seed give the same
 * bytes. One case in forty is left sound.
 */
export async function writeCase(db: Database, seed: number, number: number, folder: string): Promise<Case> {
  const draw = drawFrom(seed, `case ${number}`)
  const format = draw.pick(shares)
  const sound = draw.chance(0.025)
  const raw = rawOf(draw, format)
  const decimal = raw.format === 'csv' || raw.format === 'gz' ? draw.pick(['.', '.', ','] as const) : '.'
  const small = smallStudy(draw, {
    plain: raw.format === 'parquet' || raw.format === 'arrow' ? draw.chance(0.7) : false,
    decimal,
    rich: raw.csv.encoding.startsWith('utf'),
  })
  const name = `raw/data.${endings[raw.format]}`
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  const isRaw = format === raw.format && !sound
  const edits = { table: isRaw && draw.chance(0.45), lines: isRaw && draw.chance(0.25) }
  const made = await rawBytes(db, small, raw, { draw, path, edits })
  const broken =
    isRaw && (made.done.length === 0 || draw.chance(0.25))
      ? damaged(made.bytes, draw, tokens)
      : { bytes: made.bytes, done: [] }
  writeFileSync(path, broken.bytes)
  const csv = {
    ...(decimal === ',' ? { decimal } : {}),
    ...(raw.csv.more > 0 ? { header_rows: raw.csv.more + 1 } : {}),
    ...(raw.named ? { encoding: raw.csv.encoding } : {}),
    ...(raw.named && draw.chance(0.5) ? { delimiter: raw.csv.delimiter } : {}),
  }
  const contract = { ...small.contract, waves: { 2025: { file: name, ...small.wave, csv } } }
  const done = [...made.done, ...broken.done]
  const put = (file: string, of: Format, text: string, words: readonly string[]) => {
    const edited =
      format === of && !sound ? textEdited(text, draw, words) : { bytes: Buffer.from(text), done: [] }
    writeFileSync(join(folder, file), edited.bytes)
    done.push(...edited.done)
  }
  const changedContract = format === 'yaml' && !sound && draw.chance(0.4)
  if (changedContract) {
    done.push('a value of the contract')
    writeFileSync(join(folder, 'study.yaml'), stringify(editedValue(contract, draw)))
  } else
    put('study.yaml', 'yaml', draw.chance(0.8) ? stringify(contract) : JSON.stringify(contract, null, 1), [
      ...yamlTokens,
      ...tokens,
    ])
  put('companies.csv', 'companies', small.companies, tokens)
  if (format === 'corrections' || draw.chance(0.15))
    put('corrections.csv', 'corrections', small.corrections, tokens)
  return { number, format, done, builds: draw.chance(0.04) }
}
