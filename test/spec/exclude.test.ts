import { describe, expect, it } from 'vitest'
import { check } from '../../pipeline/run.ts'
import { realWorld } from '../../pipeline/world.ts'
import { type Files, question, study, waveOf } from '../cli/study.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

const items = Object.fromEntries(['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map((id) => [id, question(id)]))
const columns = { respondent: 'id', company: 'company' }
const head = 'id,company,q1,q2,q3,q4,q5,q6'
const honest = [
  'p1,11,7,8,7,6,8,9',
  'p1,12,5,6,5,7,6,4',
  'p2,11,9,8,9,9,7,8',
  'p2,12,6,5,6,6,7,5',
  'p3,12,7,7,6,8,7,7',
  'p3,13,4,3,5,4,4,6',
]
const straight = ['p4,11,10,10,10,10,10,98', 'p5,13,3,3,3,3,3,3']
const twin = ['p0,11,7,8,7,6,8,9', 'p0,12,5,6,5,7,6,4']
const almost = ['p6,11,10,10,10,10,98,98', 'p7,13,3,3,3,3,3,4']

const files = (rows: readonly string[], changes: object = {}): Files => ({
  ...study({
    items,
    indices: { satisfaction: { items: Object.keys(items) } },
    net_promoter: undefined,
    design: {},
    publication: { minimum_n: 2, minimum_shown: 2 },
    waves: { 2025: waveOf('2025', { columns }) },
    ...changes,
  }),
  'raw/2025.csv': [head, ...rows, ''].join('\n'),
})
const waveRow = async (given: Files) => (await computed(folderWith(given))).waves[0]

describe('straight-liners and duplicates', () => {
  const all = [...honest, ...straight, ...twin, ...almost]
  it('are counted: one answer at least five times on one scale; every company and answer the same, at least ten', async () => {
    expect(await waveRow(files(all))).toMatchObject({
      ratings: 6 + 2 + 2 + 2,
      respondents: 3 + 2 + 1 + 2,
      ...{ straight_liners: 2, duplicates: 1, excluded: 0 },
    })
  })

  it.each<[string[], readonly string[], object]>([
    [
      ['straight_liners'],
      [...honest, ...twin, ...almost],
      { excluded: 2, straight_liners: 2, duplicates: 1 },
    ],
    // Of two who are the same the one with the first id stays: p0, not p1.
    [['duplicates'], [...honest.slice(2), ...straight, ...twin, ...almost], { excluded: 2 }],
    [['straight_liners', 'duplicates'], [...honest.slice(2), ...twin, ...almost], { excluded: 4 }],
  ])('are left out as if they had never been delivered: %j', async (exclude, left, counts) => {
    const { waves, ...without } = await computed(folderWith(files(all, { exclude })))
    const { waves: _, ...wanted } = await computed(folderWith(files(left)))
    expect(without).toEqual(wanted)
    expect(waves[0]).toMatchObject({ ...counts, ratings: left.length })
  })

  it('leave no stratum of one respondent unseen', async () => {
    const given = files([], {
      exclude: ['straight_liners'],
      design: { strata: 'stratum', single_unit_stratum: 'error' },
      waves: { 2025: waveOf('2025', { columns: { ...columns, stratum: 'region' } }) },
    })
    const rows = [...honest.map((row) => `${row},n`), 'p8,11,4,5,6,5,4,7,s', 'p9,11,4,4,4,4,4,4,s']
    await expect(
      computed(folderWith({ ...given, 'raw/2025.csv': [`${head},region`, ...rows, ''].join('\n') })),
    ).rejects.toThrow('a stratum of one respondent: s (raw/2025.csv line 8, column region)')
  })

  it('leave the other strata as they are where one of them goes', async () => {
    const rows = ['p8,11,4,5,6,5,4,7,n', 'p9,11,8,4,7,6,9,5,n', ...honest.map((row) => `${row},s`)]
    const study = (exclude: readonly string[], left: readonly string[]) => {
      const given = files([], {
        exclude,
        design: { strata: 'stratum' },
        waves: { 2025: waveOf('2025', { columns: { ...columns, stratum: 'region' } }) },
      })
      return folderWith({ ...given, 'raw/2025.csv': [`${head},region`, ...left, ''].join('\n') })
    }
    const { waves, ...without } = await computed(study(['straight_liners'], ['p4,11,9,9,9,9,9,9,a', ...rows]))
    const { waves: _, ...wanted } = await computed(study([], rows))
    expect(without).toEqual(wanted)
    expect(waves[0]).toMatchObject({ excluded: 1, strata: 2 })
  })

  it('stop the run when nothing is left', async () => {
    await expect(computed(folderWith(files(straight, { exclude: ['straight_liners'] })))).rejects.toThrow(
      'exclude leaves no rating of wave 2025: straight_liners (study.yaml)',
    )
  })
})

describe('check counts the categories of segments and variables', () => {
  const ages = (rows: readonly string[]) =>
    rows.map((row, k) => `${row},${[17, 18, 29, 30, '', 'old'][k]},${k % 3}`)
  const given = {
    ...files(honest, {
      variables: { age: { groups: { '18-29': [18, 29], '30+': [30, 120] } } },
      segments: {
        life: { column: 'age' },
        persona: { column: 'type', categories: { A: 'Careful', 2: 'Curious' } },
      },
      waves: {
        2025: waveOf('2025', {
          columns: { ...columns, age: 'years', type: 'kind' },
          values: { type: { 0: 'A' } },
        }),
      },
    }),
    'raw/2025.csv': [`${head},years,kind`, ...ages(honest), ''].join('\n'),
  }
  it('and says which values belong to none, with their first place', async () => {
    const notices: string[] = []
    const world = realWorld({ notice: (line) => notices.push(line), progress: () => undefined })
    try {
      const [wave] = await check(world, { study: folderWith(given) })
      expect(wave?.segments).toEqual({
        age: { '18-29': 2, '30+': 1 },
        life: { '18-29': 2, '30+': 1 },
        persona: { A: 2, 2: 2 },
      })
      expect(notices.filter((line) => line.includes('no category'))).toEqual([
        'wave 2025: age has no category for 17, found once (first raw/2025.csv line 2, column years)',
        'wave 2025: age has no category for old, found once (first raw/2025.csv line 7, column years)',
        'wave 2025: persona has no category for 1, found 2 times (first raw/2025.csv line 3, column kind)',
      ])
    } finally {
      world.close()
    }
  })
})
