/** Scores published elsewhere: which rows an edition holds, and that nothing is computed from them. */
import { describe, expect, it } from 'vitest'
import { openStudy } from '../../pipeline/open.ts'
import { publicStudy } from '../../pipeline/public-study.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { companies, study } from '../cli/study.ts'
import { waveResults } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

const history = [
  'wave,index,company_id,score,n,se,source',
  '2024b,loyalty,beta,64.5,,,"Report 2024, table 2"',
  '1998,satisfaction,all,69,12000,0.5,Report 1998',
  '2001,satisfaction,hidden,80.25,900,1,Secret report',
  '1999,satisfaction,hidden,81.25,900,1,Secret report',
  '1998,loyalty,alfa,100,4,1,Report 1998',
  '1998,satisfaction,beta,55,3,2,Report 1998',
  '1998,satisfaction,alfa,70,4,2,Report 1998',
  '1998,satisfaction,gamma,60,,0,Report 1998',
].join('\n')
const files = {
  ...study(),
  'companies.csv': [
    ...companies.split('\n').map((line, k) => `${line},${k === 0 ? 'publish' : ''}`),
    'hidden,Hidden,energy,23,false',
  ].join('\n'),
}
const folder = folderWith({ ...files, 'history.csv': history })

/** The quantile of the normal distribution for 95%, from printed tables. */
const z = 1.959963984540054
const rest = { source: 'Report 1998', published: true, reason: null }
const withheld = { score: null, se: null, low: null, high: null, published: false }
const old = [
  {
    ...{ wave: '1998', index: 'satisfaction', level: 'company', entity_id: 'alfa', name: 'Alfa Bank' },
    ...{ ...rest, score: 70, n: 4, se: 2, low: 70 - 2 * z, high: 70 + 2 * z },
  },
  {
    ...{ wave: '1998', index: 'satisfaction', level: 'company', entity_id: 'beta', name: 'Bétå & Sønn' },
    ...{ ...rest, ...withheld, n: 3, reason: 'too_few_ratings' },
  },
  {
    ...{ wave: '1998', index: 'satisfaction', level: 'company', entity_id: 'gamma', name: 'Gamma' },
    ...{ ...rest, ...withheld, n: null, reason: 'no_variation' },
  },
  {
    ...{ wave: '1998', index: 'satisfaction', level: 'all', entity_id: 'all', name: 'All' },
    ...{ ...rest, score: 69, n: 12000, se: 0.5, low: 69 - z / 2, high: 69 + z / 2 },
  },
  {
    ...{ wave: '1998', index: 'loyalty', level: 'company', entity_id: 'alfa', name: 'Alfa Bank' },
    ...{ ...rest, score: 100, n: 4, se: 1, low: 100 - z, high: 100 + z },
  },
]
const between = {
  ...{ wave: '2024b', index: 'loyalty', level: 'company', entity_id: 'beta', name: 'Bétå & Sønn' },
  ...{ score: 64.5, n: null, se: null, low: null, high: null },
  ...{ source: 'Report 2024, table 2', published: true, reason: null },
}

/** Rows with their limits to nine decimals. */
const rounded = (rows: readonly object[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [key, typeof cell === 'number' ? cell.toFixed(9) : cell]),
    ),
  )

describe('the table history', () => {
  it('holds in each edition what was published of the waves before it, in order of time', async () => {
    const [first, second] = await waveResults(folder)
    expect(rounded(first?.tables.history ?? [])).toEqual(rounded(old))
    expect(rounded(second?.tables.history ?? [])).toEqual(rounded([...old, between]))
  })

  it('moves no other figure', async () => {
    const [with_, without] = [await waveResults(folder), await waveResults(folderWith(files))]
    expect(without.map(({ tables }) => tables.history)).toEqual([[], []])
    const others = (results: typeof without) => results.map(({ tables }) => ({ ...tables, history: [] }))
    expect(others(with_)).toEqual(others(without))
    expect(new Set(with_[0]?.tables.scores.map((row) => row.change_verdict))).toEqual(new Set(['first_wave']))
  })
})

it('the public order of time has no wave that only an unpublished company has a score of', () => {
  const world = realWorld(silent)
  const timeline = (wave?: string) =>
    publicStudy(openStudy(world, { study: folder, ...(wave === undefined ? {} : { wave }) })).timeline
  expect(timeline()).toEqual(['1998', '2024', '2024b', '2025'])
  expect(timeline('2024')).toEqual(['1998', '2024'])
  world.close()
})
