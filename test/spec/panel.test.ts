import { expect, it } from 'vitest'
import { uniforms } from '../../pipeline/stats/random.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

/** A panel of one company: 60 people, of whom 40 answer two questions in both waves. */
function study(first: string, second: string): string {
  const uniform = uniforms(7, 'answers')
  const answer = () => 1 + Math.floor(10 * uniform())
  const wave = (from: number) =>
    [
      'id,company,q,r',
      ...Array.from({ length: 60 }, (_, i) => `p${from + i},one,${answer()},${answer()}`),
    ].join('\n')
  const scale = { min: 1, max: 10 }
  const columns = { respondent: 'id', company: 'company' }
  return folderWith({
    'study.yaml': JSON.stringify({
      ...{ id: 's', title: 'S', publisher: { name: 'P' }, licence: 'CC0-1.0', synthetic: true },
      items: { q: { text: 'Q', scale }, r: { text: 'R', scale } },
      indices: { [first]: { items: ['q'] }, [second]: { items: ['r'] } },
      ...{ design: { panel: true }, publication: { minimum_n: 30 } },
      waves: { '1': { file: '1.csv', columns }, '2': { file: '2.csv', columns } },
    }),
    'companies.csv': 'company_id,name,industry\none,One,shops',
    '1.csv': wave(0),
    '2.csv': wave(20),
  })
}

const changes = async (first: string, second: string) =>
  (await computed(study(first, second))).scores.map(({ wave, level, change, change_se, change_df }) => ({
    ...{ wave, level, change, change_se, change_df },
  }))

it.each([
  ['now', 'before'],
  ['before', 'now'],
])('a change is the same whatever its index is called: %s, %s', async (first, second) => {
  const expected = await changes('satisfaction', 'loyalty')
  expect(expected.filter(({ change_se }) => change_se !== null).length).toBeGreaterThan(0)
  expect(await changes(first, second)).toEqual(expected)
})
