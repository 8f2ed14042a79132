import { expect, it } from 'vitest'
import { uniforms } from '../../pipeline/stats/random.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

it.each([
  0, 3, 5, 7, 10,
])('a question that everybody answers by %i has no variation, whatever the weights', async (same) => {
  const uniform = uniforms(3, 'answers')
  const rows = Array.from(
    { length: 300 },
    (_, i) =>
      `p${i},one,${(0.5 + uniform()).toFixed(3)},${Math.floor(11 * uniform())},${same},${Math.floor(11 * uniform())}`,
  )
  const scale = { min: 0, max: 10 }
  const folder = folderWith({
    'study.yaml': JSON.stringify({
      ...{ id: 's', title: 'S', publisher: { name: 'P' }, licence: 'CC0-1.0', synthetic: true },
      items: { a: { text: 'A', scale }, b: { text: 'B', scale }, c: { text: 'C', scale } },
      indices: { sat: { items: ['a', 'b', 'c'] } },
      waves: { w: { file: 'raw.csv', columns: { respondent: 'id', company: 'company', weight: 'weight' } } },
    }),
    'companies.csv': 'company_id,name,industry\none,One,shops',
    'raw.csv': ['id,company,weight,a,b,c', ...rows].join('\n'),
  })
  const { reliability } = await computed(folder)
  expect(reliability).toMatchObject([{ verdict: 'no_variation', alpha: null, weakest_correlation: null }])
})
