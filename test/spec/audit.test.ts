import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditEdition, Disclosure } from '../../pipeline/audit/audit.ts'
import { solve } from '../../pipeline/audit/solve.ts'
import { emptySystem, type Row } from '../../pipeline/audit/system.ts'
import { publish } from '../../pipeline/publish.ts'
import type { Tables } from '../../pipeline/tables.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { audited, type Computed, computedStudy, truthOf } from '../support/audited.ts'
import { folderWith } from '../support/folder.ts'
import { type Answer, least, smallFiles, smallStudy } from '../support/small-cells.ts'

/** Sums such as `a + b = 20`: of ratings. Capitals are shown or known to have no secret; the minimum is 10. */
function followsFrom(...sums: string[]): string[] {
  const system = emptySystem('test')
  const cells = new Set(sums.flatMap((sum) => sum.match(/[a-zA-Z]/g) ?? []))
  for (const one of cells) {
    const row = { table: 't', keys: { one } }
    if (one === one.toLowerCase())
      system.withheld.set(one, { row, least: 10, always: true, whole: undefined })
  }
  for (const sum of sums) {
    const [left = '', right = ''] = sum.split('=')
    const parts = [...left.matchAll(/(-?)\s*([a-zA-Z])/g)].map(
      ([, sign, one = '']) => [one, sign === '-' ? -1 : 1] as const,
    )
    system.sums.push({ cells: parts, base: Number(right), value: 100 * Number(right), row: undefined })
  }
  return solve(system)
    .map(({ rows, base }) => `${rows.map(({ keys }) => keys.one).join(' + ')} = ${base}`)
    .sort()
}

describe('what follows from sums', () => {
  it.each([
    ['nothing, of two', ['a + b = 20'], []],
    ['the other of two', ['a + b = 20', 'B = 3', 'b - B = 0'], ['a = 17', 'b = 3']],
    ['two that are too few together', ['a + b = 9'], ['a + b = 9']],
    ['what is too much for two, less a third', ['a + b + C = 20', 'C = 12'], ['a + b = 8']],
    ['nothing of what may be known', ['A + b + c = 40', 'A + d + e = 50'], []],
    // Rows a b | c d, columns a c | b d: four equations, of which each is the sum of others.
    ['nothing in a square', ['a + b = 20', 'c + d = 30', 'a + c = 25', 'b + d = 25'], []],
    // The third column has c alone, so that the others follow one by one.
    ['all in a chain', ['a + b = 20', 'b + c = 30', 'c = 5'], ['a = -5', 'b = 25', 'c = 5']],
    // Twice a: the two ways to add them differ by it.
    ['what two sums of three differ by', ['a + b + c = 60', 'b + c = 45'], ['a = 15']],
    // (a + b) + (a + c) - (b + c) = 2a, by no single difference.
    ['half of a combination', ['a + b = 31', 'a + c = 32', 'b + c = 33'], ['a = 15', 'b = 16', 'c = 17']],
    // b and c are empty: nobody hides a.
    ['what hides behind nobody', ['a + b = 12', 'b + c = 0'], ['a = 12']],
    ['a small rest of large ones', ['a + b + c + d = 60', 'a + b = 55'], ['c + d = 5']],
  ])('%s', (_, sums, expected) => {
    expect(followsFrom(...sums)).toEqual(expected)
  })
})

const rowsOf = ({ rows }: { rows: readonly Row[] }) =>
  rows.map(({ table, keys }) => [table, ...Object.values(keys)].join(' ')).join(' + ')

/** Every finding says what the answers say. */
function expectTrue(computed: Computed, answers: readonly Answer[]): string[] {
  return audited(computed).map((finding) => {
    const { base, value } = truthOf(finding, answers)
    expect(finding.base, rowsOf(finding)).toBe(base)
    expect(finding.value, rowsOf(finding)).toBeCloseTo(value, 6)
    return rowsOf(finding)
  })
}

describe('an edition', () => {
  const blanks = [0, 0.1, 0.3]
  it.each([
    3, 6, 7, 9, 22, 35, 61, 74, 89,
  ])('tells nothing that it withholds: drawn study %i', async (seed) => {
    const { files } = smallStudy(seed, seed % 2 === 0 ? 'companies' : 'ratings', blanks[seed % 3] ?? 0)
    const computed = await computedStudy(files)
    expect(computed.tables.segments.some(({ published }) => published)).toBe(true)
    expect(audited(computed).map(rowsOf)).toEqual([])
    const { segments, segment_gaps, served_worse } = computed.tables
    for (const { company_id, segment, index, worse, better } of served_worse)
      for (const category of `${worse}|${better}`.split('|').filter((one) => one !== ''))
        expect(
          segments.find(
            (row) =>
              row.entity_id === company_id &&
              row.segment === segment &&
              row.index === index &&
              row.category === category,
          )?.published,
        ).toBe(true)
    expect(segment_gaps.filter(({ level, published }) => level === 'company' && !published)).toEqual([])
  })

  it('tells withheld groups where only the small ones are withheld', async () => {
    let put = 0
    const found: string[] = []
    for (const seed of [3, 7, 37]) {
      const { files, answers } = smallStudy(seed, 'ratings', 0)
      const { study, tables } = await computedStudy(files)
      const open = await computedStudy(smallStudy(seed, 'ratings', 0, 2).files)
      const keyOf = (row: Tables['segments'][number]) =>
        [row.index, row.level, row.entity_id, row.segment, row.category].join(' ')
      const known = new Map(open.tables.segments.map((row) => [keyOf(row), row]))
      const segments = tables.segments.map((row) => {
        const own = known.get(keyOf(row))
        if (row.reason !== 'would_reveal_others' || row.level !== 'company' || own === undefined) return row
        put += 1
        return { ...own, n_rest: null, difference_from_rest: null, industry_n: null }
      })
      found.push(...expectTrue({ study, tables: { ...tables, segments } }, answers))
    }
    expect(put).toBeGreaterThan(5)
    expect(found.length).toBeGreaterThan(5)
  })
})

/** Companies of industry x by their ratings, all of persona a, half of whom got what they needed. */
const plain = (sizes: Readonly<Record<string, number>>): Answer[] =>
  Object.entries(sizes).flatMap(([company, size]) =>
    Array.from({ length: size }, (_, k) => ({
      ...{
        company,
        persona: 'a',
        channel: ['site', 'shop'][k % 2] ?? '',
        half: `${1 + (k % 3 === 0 ? 1 : 0)}`,
      },
      ...{ good: 1 + ((k * 7 + size) % 10), rec: (k * 3 + size) % 11, need: 1 + ((k * 3) % 5) },
      ...{ hoped: 3 + (k % 4), got: 1 + ((k * 7 + size) % 10) },
    })),
  )

describe('a pooled figure that counts one withheld company', () => {
  // b has 5 ratings of the 8 that are needed.
  const answers = plain({ a: 30, b: 5, c: 20 })
  const industries = { a: 'x', b: 'x', c: 'x' }
  const at = (minimum: number, guarded = true) =>
    computedStudy(smallFiles(answers, industries, 'ratings', minimum), guarded)

  it.each<[string, (shown: Tables, open: Tables) => Partial<Tables>, string[]]>([
    ['none', () => ({}), []],
    [
      'scores of the industry',
      (shown, open) => ({
        scores: shown.scores.map((row) =>
          row.level === 'industry' && row.index === 'satisfaction'
            ? (open.scores.find(({ level, index }) => level === 'industry' && index === row.index) ?? row)
            : row,
        ),
      }),
      ['scores satisfaction company b'],
    ],
    [
      'net promoter of all',
      (shown, open) => ({
        net_promoter: shown.net_promoter.map((row) =>
          row.company_id === 'all' ? (open.net_promoter.find((one) => one.company_id === 'all') ?? row) : row,
        ),
      }),
      ['net_promoter b'],
    ],
    [
      'gaps of the industry',
      (shown, open) => ({
        industry_gaps: shown.industry_gaps.map((row) =>
          row.level === 'industry'
            ? (open.industry_gaps.find(({ level }) => level === 'industry') ?? row)
            : row,
        ),
      }),
      ['gaps shop b'],
    ],
    [
      'halves of a split ballot',
      (_, open) => ({ experiments: open.experiments }),
      ['scores satisfaction company b', 'scores loyalty company b'],
    ],
    [
      'needs of all',
      (shown, open) => ({
        need_met: shown.need_met.map((row) =>
          row.level === 'all' && row.basis === 'need' && row.served === 'all'
            ? (open.need_met.find(
                (one) => one.level === 'all' && one.basis === 'need' && one.served === 'all',
              ) ?? row)
            : row,
        ),
      }),
      ['need_met company b need all met', 'need_met company b need all unmet'],
    ],
  ])('%s', async (_, put, expected) => {
    const { study, tables } = await at(least, expected.length === 0)
    const open = await at(2, false)
    const found = expectTrue({ study, tables: { ...tables, ...put(tables, open.tables) } }, answers)
    expect(found).toEqual(expect.arrayContaining(expected))
    if (expected.length === 0) expect(found).toEqual([])
  })

  it('is told by a message that names rows and no figure', async () => {
    const { study, tables } = await at(least)
    const open = await at(2)
    const [wave] = study.waves
    if (wave === undefined) throw new Error('no wave')
    const world = realWorld(silent)
    const folder = join(folderWith({}), 'data')
    try {
      const db = await world.openDatabase()
      const leaking = {
        ...tables,
        net_promoter: tables.net_promoter.map((row, at) =>
          row.company_id === 'all' ? (open.tables.net_promoter[at] ?? row) : row,
        ),
      }
      await publish(db, study, { wave, tables }, folder)
      expect(await auditEdition(db, study, wave, folder)).toEqual([])
      await publish(db, study, { wave, tables: leaking }, `${folder}-leaking`)
      const findings = await auditEdition(db, study, wave, `${folder}-leaking`)
      const { message } = new Disclosure(wave.id, findings)
      expect(message).toContain(
        'wave 2025: what is withheld follows from what is shown\nnet promoter: net_promoter (company_id b) from net_promoter (company_id ',
      )
      for (const { value } of findings) expect(message).not.toContain(`${value}`)
    } finally {
      world.close()
    }
  })
})
