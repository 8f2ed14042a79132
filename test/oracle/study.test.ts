import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tables } from '../../pipeline/tables.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { computed } from '../support/compute.ts'

const folder = fileURLToPath(new URL('./study', import.meta.url))

/** What R says the table should hold. */
const expectedRows = (name: string): Record<string, string>[] =>
  parse(gunzipSync(readFileSync(`${folder}/expected_${name}.csv.gz`)), { columns: true })

type Row = Readonly<Record<string, unknown>>

/** The tolerance of each column; 0: exact. A column that is not named is not compared. */
type Tolerances = Readonly<Record<string, number>>

const estimate = 1e-7
const error = 1e-6
const chance = 1e-5

/** Compares the rows of a table with R's, found by their key columns. */
function compare(name: string, rows: readonly Row[], keys: readonly string[], tolerances: Tolerances): void {
  const keyOf = (row: Row) => keys.map((key) => row[key]).join(' ')
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const expected = expectedRows(name)
  expect(expected.length).toBeGreaterThan(0)
  const wrong: string[] = []
  for (const want of expected) {
    const got = byKey.get(keyOf(want))
    if (got === undefined) {
      wrong.push(`no row ${keyOf(want)}`)
      continue
    }
    for (const [column, tolerance] of Object.entries(tolerances)) {
      const [a, b] = [got[column] ?? '', want[column] ?? '']
      const number = b !== '' && Number.isFinite(Number(b)) && typeof a === 'number'
      const same = number
        ? Math.abs(a - Number(b)) <= tolerance * Math.max(1e-300, Math.abs(Number(b)))
        : String(a) === b
      if (!same) wrong.push(`${keyOf(want)}, ${column}: ${a} instead of ${b}`)
    }
  }
  expect(wrong.slice(0, 20), `${wrong.length} figures of ${name}`).toEqual([])
}

describe('a whole study with raked and trimmed weights, by R survey', () => {
  let tables: Tables
  const kept = mkdtempSync(join(tmpdir(), 'barometer-weights-'))
  const world = realWorld(silent)
  beforeAll(async () => {
    tables = await computed(folder, kept)
  }, 60_000)
  afterAll(() => {
    world.close()
    rmSync(kept, { recursive: true })
  })

  it('weights: the waves, and each respondent', () => {
    compare('quality', tables.waves, ['wave'], {
      ...{ respondents: 0, ratings: 0, trim_rounds: 0 },
      ...{ largest_weight: estimate, smallest_weight: estimate, largest_before_trim: estimate },
      design_effect: estimate,
    })
  })

  it('weights of respondents, kept apart from what is public', async () => {
    const db = await world.openDatabase()
    const rows: Row[] = []
    for (const { wave } of tables.waves)
      for (const row of await db.rows(`select * from '${join(kept, wave, 'weights.parquet')}'`))
        rows.push({ wave, ...row })
    expect(rows.length).toBe(expectedRows('weights').length)
    compare('weights', rows, ['wave', 'respondent'], { weight: estimate })
  })

  it('pairs of companies', () => {
    compare('comparisons', tables.comparisons, ['wave', 'index', 'company_a', 'company_b'], {
      ...{ industry_id: 0, df: 0, shared_respondents: 0, verdict: 0 },
      ...{ difference: error, low: error, high: error, se: error },
      ...{ p_value: chance, p_adjusted: chance, p_adjusted_bh: chance },
    })
  })

  it('items', () => {
    compare('items', tables.items, ['wave', 'item', 'company_id'], {
      ...{ n: 0, n_dont_know: 0, n_not_asked: 0 },
      ...{ mean: estimate, score: estimate, low: estimate, high: estimate, se: error },
    })
  })

  it('net promoter', () => {
    compare('nps', tables.net_promoter, ['wave', 'company_id'], {
      n: 0,
      ...{ promoters: estimate, passives: estimate, detractors: estimate },
      ...{ nps: error, low: error, high: error, se: error },
    })
  })

  it('gaps at touchpoints', () => {
    // R has E and P beside no rest: the contrasts are judged by test/oracle/gap and test/agreement.
    compare('gaps', tables.gaps, ['wave', 'company_id', 'touchpoint'], {
      ...{ channel: 0, n: 0, df: 0, published: 0 },
      ...{ n_effective: estimate, expected: estimate, experienced: estimate },
      ...{ gap: estimate, low: estimate, high: estimate, se: error },
      ...{ p_value: chance, p_adjusted: chance },
    })
    expect(tables.gaps.length).toBe(expectedRows('gaps').length)
  })

  it('scores', () => {
    compare('scores', tables.scores, ['wave', 'index', 'level', 'entity_id'], {
      ...{ n: 0, df: 0, published: 0, reason: 0, change_verdict: 0 },
      ...{ rank: 0, rank_low: 0, rank_high: 0 },
      ...{ rank_in_industry: 0, rank_in_industry_low: 0, rank_in_industry_high: 0 },
      ...{ n_effective: estimate, score: estimate, low: estimate, high: estimate, se: error },
      ...{ change: error, change_low: error, change_high: error },
      ...{ change_p: chance, change_p_adjusted: chance, change_p_adjusted_bh: chance },
    })
  })
})
