import { expect, it } from 'vitest'
import { openDatabase } from '../../pipeline/db.ts'
import { type Candidate, correlations } from '../../pipeline/init/sample.ts'
import { folderWith } from '../support/folder.ts'

it('sees how answers go together, blanks left out, and nothing where few answered both', async () => {
  const db = await openDatabase(folderWith({}), { memory: '1GB' })
  await db.run(`create table sampled as select
    i % 5 + 1 as a0, 5 - i % 5 as a1, 3 as a2, case when i < 20 then i % 5 + 1 end as a3, i // 5 % 5 + 1 as a4,
    case when i < 50 then i % 5 + 1 else 98 end as a5 from range(100) r(i)`)
  const range = { min: 1, max: 5, codes: [], edges: [] }
  const nothing = { column: {}, answers: {}, range } as unknown as Candidate
  const matrix = await correlations(
    db,
    Array.from({ length: 6 }, () => nothing),
  )
  db.close()
  const rounded = matrix.map((row) => row.map((r) => Number(r.toFixed(6))))
  const [all, half] = [0.8, Number((1 - 2 / Math.sqrt(50)).toFixed(6))]
  expect(rounded).toEqual([
    [0, all, 0, 0, 0, half],
    [all, 0, 0, 0, 0, half],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [half, half, 0, 0, 0, 0],
  ])
})
