/** publish: the tables of an edition in every format, with codebook and data package. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { arrowFile } from './arrow.ts'
import { type ColumnType, type Database, identifier, literal, type TableColumn, type Value } from './db.ts'
import type { Edition, PublicStudy } from './publication.ts'
import { type TableName, tables } from './tables.ts'

interface Described {
  type: ColumnType
  description: string
}

const columnTypes: readonly ColumnType[] = ['string', 'integer', 'number', 'boolean']

interface Property {
  type?: string | readonly string[]
  description?: string
  anyOf?: readonly Property[]
}

/** Name, type and meaning of each column of a table, from its zod schema. */
export function columnsOf(table: TableName): [name: string, Described][] {
  const { properties = {} } = tables[table].toJSONSchema() as { properties?: Record<string, Property> }
  return Object.entries(properties).map(([name, property]) => {
    const types = [property, ...(property.anyOf ?? [])].flatMap((one) => one.type ?? [])
    const type = columnTypes.find((one) => types.includes(one)) ?? 'string'
    return [name, { type, description: property.description ?? '' }]
  })
}

/** Where the answers are simulated, every row of every file says so. */
const simulated: [name: string, Described] = [
  'synthetic',
  { type: 'boolean', description: 'true: the answers are simulated; no figure is about a real company' },
]

const fileColumns = (study: PublicStudy, table: TableName): [name: string, Described][] =>
  study.synthetic ? [...columnsOf(table), simulated] : columnsOf(table)

/** The rows of a table as columns that the database and Arrow files are filled from. */
function columnarOf(study: PublicStudy, table: TableName, rows: readonly object[]): TableColumn[] {
  const cells = rows as readonly Readonly<Record<string, Value>>[]
  return fileColumns(study, table).map(([name, { type }]) => ({
    name,
    type,
    value: (row) => (name === simulated[0] ? true : (cells[row]?.[name] ?? null)),
  }))
}

/** A text that a spreadsheet would run as a formula gets an apostrophe in front, in csv only. */
const csvCell = ({ name, type }: TableColumn): string => {
  const column = identifier(name)
  return type === 'string'
    ? `case when regexp_matches(${column}, '^[=+\\-@\\t\\r]') then '''' || ${column} else ${column} end as ${column}`
    : column
}

async function writeTable(
  db: Database,
  study: PublicStudy,
  folder: string,
  table: TableName,
  rows: readonly object[],
): Promise<void> {
  const columns = columnarOf(study, table, rows)
  const file = (format: string) => join(folder, `${table}.${format}`)
  await db.fill(table, columns, rows.length)
  await db.run(
    `copy (select ${columns.map(csvCell).join(', ')} from ${table}) to ${literal(file('csv'))} (format csv, header true)`,
  )
  await db.run(`copy ${table} to ${literal(file('parquet'))} (format parquet, compression snappy)`)
  await db.run(`copy ${table} to ${literal(file('json'))} (format json, array true)`)
  writeFileSync(file('arrow'), arrowFile(columns, rows.length))
}

/** One row per published column, for people and for the database. */
async function fillCodebook(db: Database, study: PublicStudy, names: readonly TableName[]): Promise<void> {
  const rows = names.flatMap((table) =>
    fileColumns(study, table).map(([column, { type, description }]) => ({
      table,
      column,
      type,
      description,
    })),
  )
  const columns = (['table', 'column', 'type', 'description'] as const).map(
    (name): TableColumn => ({ name, type: 'string', value: (row) => rows[row]?.[name] ?? null }),
  )
  await db.fill('codebook', columns, rows.length)
}

/** Data Package v2 descriptor of an edition. */
function dataPackage(study: PublicStudy, wave: string, folder: string): object {
  const language = study.languages[0] ?? 'en'
  const resources = (Object.keys(tables) as TableName[]).map((name) => ({
    name,
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: statSync(join(folder, `${name}.csv`)).size,
    schema: {
      fields: fileColumns(study, name).map(([field, { type, description }]) => ({
        name: field,
        type,
        description,
      })),
      missingValues: [''],
    },
  }))
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${study.id}-${wave}`.toLowerCase(),
    title: `${study.title[language] ?? study.id} ${wave}`,
    description: study.synthetic ? 'The answers are simulated.' : undefined,
    licenses: [{ name: study.licence }],
    contributors: [{ title: study.publisher.name, roles: ['publisher'], path: study.publisher.url }],
    resources,
  }
}

/** Writes the data files of one edition into `folder`. */
export async function publish(
  db: Database,
  study: PublicStudy,
  edition: Edition,
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const names = Object.keys(tables) as TableName[]
  for (const name of names) await writeTable(db, study, folder, name, edition.tables[name])
  await fillCodebook(db, study, names)
  await db.run(`copy codebook to ${literal(join(folder, 'codebook.csv'))} (format csv, header true)`)
  await db.run(`attach ${literal(join(folder, 'edition.duckdb'))} as edition`)
  for (const name of [...names, 'codebook'])
    await db.run(`create table edition.${name} as select * from ${name}`)
  await db.run('detach edition')
  writeFileSync(
    join(folder, 'datapackage.json'),
    `${JSON.stringify(dataPackage(study, edition.wave.id, folder), null, 2)}\n`,
  )
}
