import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeVerdicts, reasons } from '../../pipeline/columns-shared.ts'
import { tables as definitions, pairVerdicts } from '../../pipeline/tables.ts'
import { gapDiagnoses, halfVerdicts, journeyVerdicts, shiftVerdicts } from '../../pipeline/tables-explain.ts'
import { restVerdicts, servedVerdicts } from '../../pipeline/tables-segments.ts'
import { differences } from './differences.ts'
import { reference } from './reference.ts'
import { randomStudy } from './study.ts'
import { simulated } from './top-ten.ts'
import { writeStudy } from './write.ts'

/** The companies’ own survey and groups of customers have reasons of their own. */
const ofScores = reasons.filter((reason) => !['too_few_believers', 'would_reveal_others'].includes(reason))

describe('random studies', () => {
  const studies = fc.sample(randomStudy, { numRuns: 60, seed: 4 })
  const all = studies.map(reference)

  it('reach every verdict and every reason', () => {
    const scores = all.flatMap((tables) => tables.scores)
    const pairs = all.flatMap(({ comparisons }) => comparisons)
    expect(new Set(scores.map((row) => row.change_verdict))).toEqual(new Set(changeVerdicts))
    expect(new Set(scores.map((row) => row.reason))).toEqual(new Set([null, ...ofScores]))
    expect(new Set(pairs.map((row) => row.verdict))).toEqual(new Set(pairVerdicts))
    expect(new Set(all.flatMap(({ items }) => items.map((row) => row.reason))).size).toBe(4)
    expect(new Set(all.flatMap(({ net_promoter }) => net_promoter.map((row) => row.reason))).size).toBe(4)
  })

  it('reach every verdict and diagnosis of what explains scores', () => {
    const values = (table: 'combined' | 'experiments' | 'gaps' | 'journey', column: string) =>
      new Set(all.flatMap((tables) => tables[table].map((row) => new Map(Object.entries(row)).get(column))))
    expect(values('combined', 'verdict')).toEqual(new Set([null, ...shiftVerdicts]))
    expect(values('experiments', 'verdict')).toEqual(new Set([null, ...halfVerdicts]))
    expect(values('gaps', 'diagnosis')).toEqual(new Set(gapDiagnoses))
    expect(values('journey', 'verdict')).toEqual(new Set([null, ...journeyVerdicts]))
    expect(values('journey', 'change_verdict')).toEqual(new Set([null, ...changeVerdicts]))
    const turnovers = all.flatMap(({ top_ten }) => top_ten.map(({ turnover }) => turnover))
    for (const turnover of [null, 0, 1, 2]) expect(turnovers).toContain(turnover)
    const reasonsIn = (table: 'gaps' | 'industry_gaps' | 'journey' | 'need_met') =>
      new Set(all.flatMap((tables) => tables[table].map((row) => row.reason)))
    const usual = [null, 'too_few_ratings', 'no_variation']
    for (const table of ['gaps', 'journey'] as const) expect(reasonsIn(table), table).toEqual(new Set(usual))
    expect(reasonsIn('need_met')).toEqual(new Set([...usual, 'would_reveal_others']))
    expect(reasonsIn('industry_gaps')).toEqual(new Set(usual))
  })

  it('reach every verdict on groups of customers, and every reason to withhold one', () => {
    const withheld = ['too_few_ratings', 'no_variation', 'would_reveal_others']
    const rows = all.flatMap(({ segments }) => segments)
    expect(new Set(rows.map((row) => row.verdict))).toEqual(new Set([null, ...restVerdicts]))
    expect(new Set(rows.map((row) => row.served))).toEqual(new Set([null, ...servedVerdicts]))
    expect(new Set(rows.map((row) => row.reason))).toEqual(new Set([null, ...withheld]))
    expect(new Set(rows.map((row) => row.segment))).toEqual(
      new Set(['channel', 'persona', 'town', 'age_group']),
    )
    const worse = all.flatMap(({ served_worse }) => served_worse)
    expect(worse.some((row) => (row.share_worse ?? 0) > 0 && (row.share_compared ?? 0) < 100)).toBe(true)
    expect(all.flatMap(({ segment_gaps }) => segment_gaps).some((row) => row.level === 'company')).toBe(true)
  })

  it('hold numbers or nothing, in rows of the tables', () => {
    const scores = ['scores', 'comparisons', 'against_rest'] as const
    const answers = ['items', 'net_promoter', 'distributions', 'quality'] as const
    const explained = ['combined', 'experiments', 'gaps', 'industry_gaps', 'journey', 'need_met'] as const
    const divided = ['segments', 'segment_gaps', 'served_worse'] as const
    const names = [...scores, ...answers, ...explained, ...divided]
    const strict = names.map((name) => ({ name, schema: definitions[name].strict() }))
    const ten = definitions.top_ten.strict()
    const unknown = Object.fromEntries(simulated.map((name) => [name, null]))
    for (const tables of all) {
      for (const { name, schema } of strict)
        for (const row of tables[name]) expect(schema.parse(row)).toEqual(row)
      for (const row of tables.top_ten)
        expect(ten.parse({ ...row, ...unknown })).toEqual({ ...row, ...unknown })
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
    const ten = all.find(({ top_ten }) => top_ten.length > 0)
    if (!ten) throw new Error('no two rankings')
    const far = { turnover_expected: 1, tau_low: 0.5, entering: 'b|a' }
    const top_ten = ten.top_ten.map((row, i) => ({ ...row, ...(i === 0 ? far : {}) }))
    // What is simulated is not compared, and ids are in any order.
    expect(differences({ ...ten, top_ten }, ten).length).toBe(1)
    const turned = top_ten.map((row, i) => ({ ...row, ...(i === 0 ? { entering: 'a|b' } : {}) }))
    expect(differences({ ...ten, top_ten }, { ...ten, top_ten: turned })).toEqual([])
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
