import { join } from 'node:path'
import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { openDatabase } from '../../pipeline/db.ts'
import { openStudy } from '../../pipeline/open.ts'
import { computeWaves } from '../../pipeline/run.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { folderWith } from '../support/folder.ts'

const ratings = 300_000
const items = ['a', 'b', 'c']

/** More rows than one thread takes at a time, with weights whose sums are not exact in floating point. */
async function study(): Promise<string> {
  const folder = folderWith({
    'study.yaml': stringify({
      ...{ id: 't', title: 'T', publisher: { name: 'T' }, licence: 'CC0-1.0', languages: ['en'] },
      items: Object.fromEntries(items.map((id) => [id, { text: id, scale: { min: 1, max: 10 } }])),
      indices: { one: { items }, two: { items: ['c'] } },
      combined: { index: 'one', with: 'two', share: 0.25 },
      touchpoints: {
        shop: { owner: 'sales', expected: 'a', experienced: 'b' },
        phone: { owner: 'sales', expected: 'c', experienced: 'a' },
      },
      need_met: 'c',
      experiments: { halves: { column: 'half' } },
      design: { strata: 'stratum' },
      waves: {
        '2025': {
          file: 'raw.parquet',
          columns: { respondent: 'respondent', company: 'company', weight: 'weight', stratum: 'stratum' },
        },
      },
    }),
    'companies.csv': [
      'company_id,name,industry',
      ...Array.from({ length: 9 }, (_, k) => `c${k},C${k},x${k % 2}`),
    ].join('\n'),
  })
  const person = `(i // 3)`
  const answers = items.map((id, k) => `1 + (hash(i * 5 + ${k}) % 10)::integer as ${id}`).join(', ')
  const db = await openDatabase(folder, { memory: '1GB' })
  await db.run(`copy (select ${person} as respondent, 'c' || ((i + hash(${person}) % 7) % 9) as company,
    'S' || (hash(${person}) % 3) as stratum, hash(${person} + 2) % 2 as half, 0.1 + (hash(${person} + 1) % 997) / 331.0::double as weight, ${answers}
    from range(${ratings}) as t(i)) to '${join(folder, 'raw.parquet')}' (format parquet, row_group_size 20480)`)
  db.close()
  return folder
}

async function figures(folder: string, threads: number): Promise<string> {
  const world = realWorld(silent, { threads })
  try {
    const results = await computeWaves(world, openStudy(world, { study: folder }), folder)
    return JSON.stringify(results.map(({ tables }) => tables))
  } finally {
    world.close()
  }
}

it('every digit is the same with one thread and with four', async () => {
  const folder = await study()
  const one = await figures(folder, 1)
  expect(one).toContain('"n":33')
  expect(await figures(folder, 4)).toBe(one)
})
