import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { build } from '../../pipeline/run.ts'
import { rake } from '../../pipeline/stats/raking.ts'
import { uniforms } from '../../pipeline/stats/random.ts'
import { bootstrapMultipliers, jackknifeMultipliers } from '../../pipeline/stats/replicates.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

describe('raking', () => {
  it('reaches two margins of four cells, worked by hand', () => {
    const sex = { category: [0, 0, 1, 1], shares: [0.5, 0.5] }
    const age = { category: [0, 1, 0, 1], shares: [0.4, 0.6] }
    const { factors, error } = rake([10, 10, 30, 50], [sex, age])
    const weights = factors.map((factor, cell) => factor * ([10, 10, 30, 50][cell] ?? 0))
    const [a = 0, b = 0, c = 0, d = 0] = weights
    expect(error).toBeLessThan(1e-12)
    expect([a + b, c + d, a + c, b + d].map((sum) => Number(sum.toFixed(9)))).toEqual([50, 50, 40, 60])
    // Of all weights with these margins, raking keeps the odds ratio of the cells.
    expect((a * d) / (b * c)).toBeCloseTo((10 * 50) / (10 * 30), 9)
  })
  it('tells which margin is left off, where they contradict each other', () => {
    const sex = { category: [0, 1], shares: [0.5, 0.5] }
    const age = { category: [0, 1], shares: [0.3, 0.7] }
    const { error } = rake([1, 1], [sex, age])
    expect(error).toBeCloseTo(0.2, 9)
  })
  it('leaves out a category without weight, the others in their proportions', () => {
    const { factors } = rake([1, 1, 0], [{ category: [0, 1, 2], shares: [0.2, 0.6, 0.2] }])
    expect(factors.map((factor) => Number(factor.toFixed(9)))).toEqual([0.5, 1.5, 1])
  })
})

describe('replicates', () => {
  const strata = [0, 0, 0, 1, 1, 2]
  it('draw n − 1 units of each stratum, and keep its sum on average', () => {
    const uniform = uniforms(3, 'test')
    const sums = [0, 0, 0, 0, 0, 0]
    const runs = 4000
    for (let r = 0; r < runs; r++) {
      const drawn = bootstrapMultipliers(strata, uniform)
      expect((drawn[0] ?? 0) + (drawn[1] ?? 0) + (drawn[2] ?? 0)).toBeCloseTo(3, 9)
      expect(drawn[5]).toBe(1)
      drawn.forEach((value, unit) => {
        sums[unit] = (sums[unit] ?? 0) + value / runs
      })
    }
    for (const mean of sums) expect(mean).toBeCloseTo(1, 1)
  })
  it('leave one unit out', () => {
    expect([...jackknifeMultipliers(strata, 1)]).toEqual([1.5, 0, 1.5, 1, 1, 1])
    expect([...jackknifeMultipliers(strata, 5)]).toEqual([1, 1, 1, 1, 1, 1])
  })
})

/** A study of one company: respondents with stratum, sex, weight and an answer that goes with sex. */
function study(weighting: object, design: object = { strata: 'stratum' }) {
  const uniform = uniforms(11, 'answers')
  const rows = Array.from({ length: 240 }, (_, i) => {
    const sex = uniform() < 0.4 ? 'F' : 'M'
    const answer = Math.min(10, Math.max(1, Math.round(5 + (sex === 'F' ? 2 : 0) + 4 * uniform() - 2)))
    return [
      `p${i}`,
      'one',
      `s${i % 3}`,
      `h${Math.floor(i / 2)}`,
      sex,
      (0.5 + uniform()).toFixed(3),
      answer,
    ].join()
  })
  return folderWith({
    'study.yaml': JSON.stringify({
      ...{ id: 's', title: 'S', publisher: { name: 'P' }, licence: 'CC0-1.0', synthetic: true },
      items: { q: { text: 'Q', scale: { min: 1, max: 10 } } },
      indices: { sat: { items: ['q'] } },
      ...{ weighting, design },
      waves: {
        w: {
          file: 'raw.csv',
          columns: {
            ...{ respondent: 'id', company: 'company', stratum: 'stratum', household: 'household' },
            ...{ sex: 'sex', weight: 'weight' },
          },
        },
      },
    }),
    'companies.csv': 'company_id,name,industry\none,One,shops',
    'targets.csv': 'wave,variable,category,share\nw,sex,F,0.55\nw,sex,M,0.45',
    'raw.csv': ['id,company,stratum,household,sex,weight,q', ...rows].join('\n'),
  })
}

interface Built {
  se: number
  means: number[]
}

const world = realWorld(silent)
afterAll(() => world.close())

/** The published standard error of the company, and its mean by every replicate. */
async function replicated(weighting: object, design?: object): Promise<Built> {
  const folder = study(weighting, design)
  await build(world, { study: folder, out: join(folder, 'out') })
  const db = await world.openDatabase()
  const [score] = await db.rows(
    `select se from '${join(folder, 'out/w/data/scores.parquet')}' where level = 'company'`,
  )
  const file = join(folder, '.work/w/replicates.parquet')
  const columns = (await db.rows(`describe select * from '${file}'`)).map(({ column_name }) =>
    String(column_name),
  )
  const replicates = columns.filter((name) => name.startsWith('replicate_'))
  const means = replicates.map((name) => `sum(${name} * (q - 1) / 9 * 100) / sum(${name}) as ${name}`)
  const [row] = await db.rows(
    `select ${means.join(', ')} from '${file}' as weights inner join '${join(folder, 'raw.csv')}' as raw on weights.respondent = raw.id`,
  )
  return { se: Number(score?.se), means: replicates.map((name) => Number(row?.[name])) }
}

const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
const squares = (values: readonly number[]) => {
  const mean = average(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}

describe('replicate weights beside the published standard error', () => {
  it.each([
    ['raked', { rake: ['sex'] }, undefined],
    ['raked and trimmed', { rake: ['sex'], trim: [0.6, 1.6] }, undefined],
    ['of households', { rake: ['sex'] }, { strata: 'stratum', cluster: 'household' }],
  ])('bootstrap, %s', async (_, weighting, design) => {
    const number = 400
    const { se, means } = await replicated(
      { ...weighting, replicates: { method: 'bootstrap', number, seed: 5 } },
      design,
    )
    const bootstrap = Math.sqrt(squares(means) / (number - 1))
    expect(Math.abs(bootstrap / se - 1)).toBeLessThan(3 / Math.sqrt(2 * (number - 1)))
  })
  it('jackknife: the same to a few per cent', async () => {
    const { se, means } = await replicated({ rake: ['sex'], replicates: { method: 'jackknife' } })
    const ids = Array.from(means, (_, i) => `p${i}`).sort()
    const strata = [0, 1, 2].map((stratum) =>
      means.filter((_, unit) => Number(ids[unit]?.slice(1)) % 3 === stratum),
    )
    const jackknife = Math.sqrt(
      strata.reduce((sum, of) => sum + ((of.length - 1) / of.length) * squares(of), 0),
    )
    expect(means).toHaveLength(240)
    expect(Math.abs(jackknife / se - 1)).toBeLessThan(0.05)
  })
})

/** Builds the study into `out` within its folder and gives what was noticed. */
async function noticed(folder: string, out = 'out'): Promise<string[]> {
  const told: string[] = []
  const hearing = realWorld({ notice: (line) => void told.push(line), progress: () => undefined })
  await build(hearing, { study: folder, out: join(folder, out) })
  hearing.close()
  return told
}

it('the weights of respondents stay in the study folder, and a build does without them where they cannot', async () => {
  const folder = study({ rake: ['sex'] })
  writeFileSync(join(folder, '.work'), 'a file, not a folder')
  expect(await noticed(folder)).toContainEqual(
    expect.stringContaining('the weights of respondents are not kept'),
  )
})

describe('the weights of respondents', () => {
  const kept = (folder: string) => readdirSync(join(folder, '.work/w')).sort()
  it('are not written where .work leads elsewhere, as into the output', async () => {
    const folder = study({ rake: ['sex'] })
    const [elsewhere, out] = [folderWith({ 'kept.txt': 'kept' }), join(folder, 'out')]
    mkdirSync(out)
    for (const leads of [elsewhere, out]) {
      rmSync(join(folder, '.work'), { force: true })
      symlinkSync(leads, join(folder, '.work'))
      expect(await noticed(folder)).toContainEqual(expect.stringContaining('are not kept'))
      expect(existsSync(join(leads, 'w/weights.parquet'))).toBe(false)
    }
    expect(readdirSync(elsewhere)).toEqual(['kept.txt'])
  })
  it('are not written into an output that is the folder .work itself', async () => {
    const folder = study({ rake: ['sex'] })
    expect(await noticed(folder, '.work')).toContainEqual(expect.stringContaining('are not kept'))
    expect(kept(folder)).toEqual(['data'])
  })
  it('overwrite nothing that a link in their place leads to', async () => {
    const folder = study({ rake: ['sex'] })
    mkdirSync(join(folder, '.work/w'), { recursive: true })
    const precious = join(folderWith({ 'precious.txt': 'precious' }), 'precious.txt')
    for (const file of ['weights.parquet', 'weights.parquet.part'])
      symlinkSync(precious, join(folder, '.work/w', file))
    expect(await noticed(folder)).toEqual([])
    expect(readFileSync(precious, 'utf8')).toBe('precious')
    expect(kept(folder)).toEqual(['weights.parquet'])
  })
  it('leave no replicates of an earlier build beside them', async () => {
    const folder = study({ replicates: { method: 'bootstrap', number: 3 } })
    await noticed(folder)
    expect(kept(folder)).toEqual(['replicates.parquet', 'weights.parquet'])
    const contract = JSON.parse(readFileSync(join(folder, 'study.yaml'), 'utf8'))
    writeFileSync(join(folder, 'study.yaml'), JSON.stringify({ ...contract, weighting: { rake: ['sex'] } }))
    await noticed(folder)
    expect(kept(folder)).toEqual(['weights.parquet'])
  })
})

it('bounds that cannot be reached are not blamed on margins where there are none', async () => {
  const wrong = computed(study({ trim: [0.2, 1.001] }))
  await expect(wrong).rejects.toMatchObject({
    mistakes: [
      {
        what: 'bounds too close to the mean weight to be reached',
        hint: 'after 200 rounds some weight is still outside: widen trim',
      },
    ],
  })
})

it('raking that makes one person count for ten thousand is told of the categories, not of the column', async () => {
  const folder = study({ rake: ['sex'] })
  const raw = readFileSync(join(folder, 'raw.csv'), 'utf8').replaceAll(',F,', ',M,').replace(',M,', ',F,')
  writeFileSync(join(folder, 'raw.csv'), raw)
  const shares = 'wave,variable,category,share\nw,sex,F,0.999\nw,sex,M,0.001'
  writeFileSync(join(folder, 'targets.csv'), shares)
  await expect(computed(folder)).rejects.toThrow(/ten thousand others: raking made them so/)
})

it('errors of companies that cancel each other leave an industry without variance, not without a number', async () => {
  // Women answer 9 and men 3: raked, all answers together are known, and one company errs as much as the other, but the other way.
  const rows = Array.from({ length: 60 }, (_, i) => {
    const woman = i % 4 > 1
    return `p${i},${i % 2 === 0 ? 'one' : 'two'},${woman ? 'F' : 'M'},${woman ? 9 : 3}`
  })
  const folder = folderWith({
    'study.yaml': JSON.stringify({
      ...{ id: 's', title: 'S', publisher: { name: 'P' }, licence: 'CC0-1.0', synthetic: true },
      items: { q: { text: 'Q', scale: { min: 1, max: 10 } } },
      indices: { sat: { items: ['q'] } },
      weighting: { rake: ['sex'] },
      publication: { minimum_n: 10, minimum_shown: 10 },
      waves: { w: { file: 'raw.csv', columns: { respondent: 'id', company: 'company', sex: 'sex' } } },
    }),
    'companies.csv': 'company_id,name,industry\none,One,shops\ntwo,Two,shops',
    'targets.csv': 'wave,variable,category,share\nw,sex,F,0.6\nw,sex,M,0.4',
    'raw.csv': ['id,company,sex,q', ...rows].join('\n'),
  })
  const { scores } = await computed(folder)
  expect(scores.map(({ entity_id, published, reason }) => [entity_id, published, reason])).toEqual([
    ['one', true, null],
    ['two', true, null],
    ['shops', false, 'no_variation'],
    ['all', false, 'no_variation'],
  ])
  expect(scores.map(({ se }) => se)).toEqual([expect.closeTo(4.2, 1), expect.closeTo(4.2, 1), null, null])
})

it('replicate weights go with the weights that they belong to', async () => {
  const folder = study({ rake: ['sex'], replicates: { method: 'bootstrap', number: 2, seed: 5 } })
  const kept = async () => {
    await build(world, { study: folder, out: join(folder, 'out') })
    return readdirSync(join(folder, '.work/w')).sort()
  }
  expect(await kept()).toEqual(['replicates.parquet', 'weights.parquet'])
  const contract = JSON.parse(readFileSync(join(folder, 'study.yaml'), 'utf8'))
  writeFileSync(join(folder, 'study.yaml'), JSON.stringify({ ...contract, weighting: {} }))
  expect(await kept()).toEqual(['weights.parquet'])
})

it('every wave says how it is weighted', async () => {
  const wave = async (weighting: object) => (await computed(study(weighting))).waves[0]
  expect(await wave({})).toMatchObject({ weighting: 'delivered', trim_rounds: 0, largest_before_trim: null })
  expect(await wave({ rake: ['sex'] })).toMatchObject({ weighting: 'raked', trim_rounds: 0 })
  const trimmed = await wave({ trim: [0.7, 1.3] })
  expect(trimmed).toMatchObject({ weighting: 'trimmed' })
  expect(trimmed?.largest_weight).toBeLessThanOrEqual(1.3 * (1 + 1e-8))
  expect(trimmed?.largest_before_trim).toBeGreaterThan(1.3)
  const { margins } = await computed(study({ rake: ['sex'] }))
  expect(
    margins.map(({ category, target, weighted, n }) => [category, target, Number(weighted.toFixed(10)), n]),
  ).toEqual([
    ['F', 0.55, 0.55, expect.any(Number)],
    ['M', 0.45, 0.45, expect.any(Number)],
  ])
})

it('beside a household of thousands the small weights of others keep their standard error', async () => {
  const members = Array.from({ length: 6000 }, (_, i) => `m${i},big,one,1,${1 + (i % 10)}`)
  const others = Array.from({ length: 120 }, (_, i) => ({
    w: i % 2 === 0 ? 0.0001 : 0.00013,
    q: 5 + (i % 3),
  }))
  const folder = folderWith({
    'study.yaml': JSON.stringify({
      ...{ id: 's', title: 'S', publisher: { name: 'P' }, licence: 'CC0-1.0', synthetic: true },
      items: { q: { text: 'Q', scale: { min: 1, max: 10 } } },
      ...{ indices: { sat: { items: ['q'] } }, design: { cluster: 'household' } },
      waves: {
        w: {
          file: 'raw.csv',
          columns: { respondent: 'id', household: 'household', company: 'company', weight: 'weight' },
        },
      },
    }),
    'companies.csv': 'company_id,name,industry\none,One,shops\ntwo,Two,shops',
    'raw.csv': [
      'id,household,company,weight,q',
      ...members,
      ...others.map(({ w, q }, i) => `p${i},h${i},two,${w},${q}`),
    ].join('\n'),
  })
  const { scores } = await computed(folder)
  const score = scores.find(({ entity_id }) => entity_id === 'two')
  const total = others.reduce((sum, { w }) => sum + w, 0)
  const y = ({ q }: { q: number }) => (100 * (q - 1)) / 9
  const mean = others.reduce((sum, one) => sum + one.w * y(one), 0) / total
  const squares = others.reduce((sum, one) => sum + ((one.w * (y(one) - mean)) / total) ** 2, 0)
  const se = Math.sqrt((squares * 121) / 120)
  expect(score?.score).toBeCloseTo(mean, 7)
  expect(Math.abs((score?.se ?? 0) / se - 1)).toBeLessThan(1e-7)
})
