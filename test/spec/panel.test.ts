import { expect, it } from 'vitest'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

const answers = (shift: number) =>
  Array.from(
    { length: 80 },
    (_, i) =>
      `p${i},${i % 2 === 0 ? 'one' : 'two'},${1 + ((i * 7 + shift) % 10)},${1 + ((i * 3 + shift) % 7)}`,
  )

/** A panel of two waves with two indices of one question each. */
function panel(first: string, second: string): string {
  const wave = (id: string) => ({ file: `${id}.csv`, columns: { respondent: 'r', company: 'c' } })
  const item = { text: 'Q', scale: { min: 1, max: 10 } }
  return folderWith({
    'study.yaml': JSON.stringify({
      ...{ id: 's', title: 'S', publisher: { name: 'P' }, licence: 'CC0-1.0', synthetic: true },
      items: { q: item, r2: item },
      indices: { [first]: { items: ['q'] }, [second]: { items: ['r2'] } },
      design: { panel: true },
      publication: { minimum_n: 10, minimum_shown: 10 },
      waves: { '2024': wave('2024'), '2025': wave('2025') },
    }),
    'companies.csv': 'company_id,name,industry\none,One,x\ntwo,Two,x',
    '2024.csv': ['r,c,q,r2', ...answers(0)].join('\n'),
    '2025.csv': ['r,c,q,r2', ...answers(3)].join('\n'),
  })
}

it.each([
  ['now', 'before'],
  ['loyalty', 'quality-2.0'],
])('a panel remembers an index whatever its name: %s, %s', async (first, second) => {
  const { scores } = await computed(panel(first, second))
  const plain = await computed(panel('a', 'b'))
  const named = (index: string) => ({ a: first, b: second })[index]
  expect(scores).toEqual(plain.scores.map((row) => ({ ...row, index: named(row.index) })))
  expect(scores.filter(({ change_p }) => change_p !== null)).toHaveLength(8)
})
