import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { checksums } from './files.ts'
import { barometer, type Ended } from './run.ts'
import { answers, csv, study } from './study.ts'
import { tableNames, withDuckDB } from './tables.ts'

const people = 4000
/** Weights that no binary fraction is equal to, so that the order of a sum of doubles would show. */
const rows = (wave: number) =>
  answers(wave, people).map((row) =>
    row.replace(/^(r(\d+),\d+),[^,]*/, (_, start, p) => `${start},${1 / (1 + (p % 97))}`),
  )
/** Another order: a step that has no factor in common with the number of rows visits each row once. */
const shuffled = (all: readonly string[]) => all.map((_, k) => all[(k * 4999 + 17) % all.length] ?? '')

const given = folderWith({ ...study(), 'raw/2024.csv': csv(rows(2024)), 'raw/2025.csv': csv(rows(2025)) })
const other = folderWith({
  ...study(),
  'raw/2024.csv': csv(shuffled(rows(2024))),
  'raw/2025.csv': csv(shuffled(rows(2025))),
})
const places = [
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', UV_THREADPOOL_SIZE: '1' },
  { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C', UV_THREADPOOL_SIZE: '8' },
]

describe('same input, same bytes', () => {
  const [first, second] = [join(given, 'here'), join(other, 'somewhere/else')]
  let ended: Ended[]
  beforeAll(async () => {
    ended = [
      await barometer(['build', given, '--out', first], { env: places[0] }),
      await barometer(['build', '.', '--out', 'somewhere/else'], { cwd: other, env: places[1] }),
    ]
  })

  it('is another order of the same rows', () => {
    expect(shuffled(rows(2025))).not.toEqual(rows(2025))
    expect(shuffled(rows(2025)).sort()).toEqual(rows(2025).sort())
  })

  it('writes the same files, whatever the time zone, locale, threads, folder and order of rows', () => {
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ])
    const sums = [first, second].map((out) =>
      Object.fromEntries(Object.entries(checksums(out)).filter(([path]) => !path.endsWith('edition.duckdb'))),
    )
    expect(Object.keys(sums[0] ?? {}).length).toBeGreaterThan(2 * 4 * tableNames.length)
    expect(sums[0]).toEqual(sums[1])
  })

  it('writes an edition.duckdb of the same content', async () => {
    await withDuckDB(async (sql) => {
      await sql(`attach '${join(first, '2025/data/edition.duckdb')}' as one (read_only)`)
      await sql(`attach '${join(second, '2025/data/edition.duckdb')}' as two (read_only)`)
      for (const table of [...tableNames, 'codebook'])
        expect(await sql(`select * from one.${table}`), table).toEqual(
          await sql(`select * from two.${table}`),
        )
    })
  })
})
