import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeVerdicts, reasons } from '../../pipeline/columns-shared.ts'
import { tables as definitions, pairVerdicts } from '../../pipeline/tables.ts'
import { differences } from './differences.ts'
import { reference } from './reference.ts'
import { randomStudy } from './study.ts'
import { writeStudy } from './write.ts'

describe('random studies', () => {
  const studies = fc.sample(randomStudy, { numRuns: 60, seed: 4 })
  const all = studies.map(reference)

  it('reach every verdict and every reason', () => {
    const scores = all.flatMap((tables) => tables.scores)
    const pairs = all.flatMap(({ comparisons }) => comparisons)
    expect(new Set(scores.map((row) => row.change_verdict))).toEqual(new Set(changeVerdicts))
    expect(new Set(scores.map((row) => row.reason))).toEqual(new Set([null, ...reasons]))
    expect(new Set(pairs.map((row) => row.verdict))).toEqual(new Set(pairVerdicts))
    expect(new Set(all.flatMap(({ items }) => items.map((row) => row.reason))).size).toBe(4)
    expect(new Set(all.flatMap(({ net_promoter }) => net_promoter.map((row) => row.reason))).size).toBe(4)
  })

  it('hold numbers or nothing, in rows of the tables', () => {
    const names = [
      'scores',
      'comparisons',
      'against_rest',
      'items',
      'net_promoter',
      'distributions',
      'quality',
    ] as const
    const strict = names.map((name) => ({ name, schema: definitions[name].strict() }))
    for (const tables of all) {
      for (const { name, schema } of strict)
        for (const row of tables[name]) expect(schema.parse(row)).toEqual(row)
      expect(differences(tables, structuredClone(tables))).toEqual([])
    }
  })

  it('are found to differ where they do', () => {
    const [first] = all
    if (!first) throw new Error('no study')
    const moved = {
      ...first,
      scores: first.scores.map((row, i) => (i === 0 ? { ...row, n: row.n + 1 } : row)),
    }
    expect(differences(first, moved).length).toBe(1)
    expect(differences(first, { ...first, items: first.items.slice(1) }).length).toBe(1)
  })

  it('can be written as a study folder', () => {
    for (const study of studies) {
      const files = writeStudy(study)
      expect(Object.keys(files).filter((name) => name.startsWith('raw/')).length).toBe(study.waves.length)
      const ratings = study.respondents.reduce((sum, person) => sum + person.ratings.length, 0)
      const rows = study.waves.reduce(
        (sum, { id }) => sum + (files[`raw/${id}.csv`] ?? '').split('\n').length - 2,
        0,
      )
      expect(rows).toBe(ratings)
    }
  })
})
