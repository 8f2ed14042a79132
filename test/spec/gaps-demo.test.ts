/** What is planted in the demonstration at touchpoints, in digital relevance and in kinds of customers, found from its files (METHOD.md §16, §17, §20). */
import { beforeAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { demoOptions } from '../../pipeline/simulate/simulate.ts'
import { waveResults } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import { filesOf, rowsOf } from '../support/simulated.ts'

/** The last wave of a simulated study, as if it were the only one, with what is true of it. */
async function lastWave(seed: number) {
  const files = filesOf({ ...demoOptions, seed }, /yaml$|companies|industries|beliefs|truth|2025/)
  const contract = parse(files.get('study.yaml') ?? '')
  files.set('study.yaml', stringify({ ...contract, waves: { '2025': contract.waves['2025'] } }))
  const beliefs = (files.get('beliefs.csv') ?? '').split('\n')
  files.set('beliefs.csv', beliefs.filter((line) => /^(wave|2025)/.test(line)).join('\n'))
  const [result] = await waveResults(folderWith(Object.fromEntries(files)))
  if (result === undefined) throw new Error('no wave')
  const truth = rowsOf(files.get('truth.csv')).filter(({ wave }) => wave === '2025' || wave === '')
  const planted = (effect: string) =>
    truth.flatMap(({ index, part, entity_id = '' }) =>
      index === 'planted' && part === effect ? [entity_id] : [],
    )
  const industry = new Map(
    rowsOf(files.get('companies.csv')).map(({ company_id = '', industry: id = '' }) => [company_id, id]),
  )
  const gaps = new Map(
    truth.flatMap(({ index, entity_id = '', part = '', score }) =>
      index === 'gap' ? [[`${entity_id} ${part}`, Number(score)] as const] : [],
    ),
  )
  /** True gap of a company minus the mean of those of the others in its industry. */
  const besideRest = (company: string, touchpoint: string) => {
    const others = [...industry].flatMap(([id, own]) =>
      id !== company && own === industry.get(company) ? (gaps.get(`${id} ${touchpoint}`) ?? []) : [],
    )
    return (gaps.get(`${company} ${touchpoint}`) ?? 0) - others.reduce((a, b) => a + b, 0) / others.length
  }
  const kinds = new Map(
    truth.flatMap(({ index, level, entity_id = '', part = '', score }) =>
      index === 'satisfaction' && level === 'company_segment'
        ? [[`${entity_id} ${part}`, Number(score)] as const]
        : [],
    ),
  )
  const ofSegment = (company: string, kind: string) => kinds.get(`${company} persona=${kind}`) ?? Number.NaN
  return { tables: result.tables, planted, besideRest, ofSegment }
}

describe.each([demoOptions.seed, 2])('a simulated study of seed %d', (seed) => {
  let found: Awaited<ReturnType<typeof lastWave>>
  beforeAll(async () => {
    found = await lastWave(seed)
  }, 300_000)
  const diagnosesOf = (effect: string) => {
    const { tables, planted } = found
    const [company] = planted(effect)
    return tables.gaps.flatMap((row) => (row.company_id === company ? [row.diagnosis] : []))
  }
  const count = (all: readonly string[], wanted: string) => all.filter((one) => one === wanted).length

  it('finds the company that neglects one kind of customer, and calls no difference by the wrong sign', () => {
    const { tables, planted, ofSegment } = found
    const [company] = planted('neglects_persona')
    const kinds = tables.segments.filter(
      ({ segment, index, level }) => segment === 'persona' && index === 'satisfaction' && level === 'company',
    )
    const verdicts = kinds.filter(({ entity_id }) => entity_id === company).map(({ verdict }) => verdict)
    expect(verdicts[1]).toBe('lower')
    const clear = kinds.filter(({ verdict }) => verdict === 'lower' || verdict === 'higher')
    for (const { entity_id, category, verdict } of clear) {
      const others = ['1', '2', '3', '4']
        .filter((one) => one !== category)
        .map((one) => ofSegment(entity_id, one))
      const difference = ofSegment(entity_id, category) - others.reduce((a, b) => a + b) / 3
      expect([entity_id, category, difference < 0 ? 'lower' : 'higher']).toEqual([
        entity_id,
        category,
        verdict,
      ])
    }
  })

  it('tells promises that are too high from delivery that is too low', () => {
    const [promises, delivery] = [diagnosesOf('inflated_promises'), diagnosesOf('bad_delivery')]
    expect(count(promises, 'promise_too_high')).toBeGreaterThanOrEqual(4)
    expect(count(promises, 'delivery_too_low')).toBe(0)
    expect(count(delivery, 'delivery_too_low')).toBeGreaterThanOrEqual(4)
    expect(count(delivery, 'promise_too_high')).toBe(0)
  })

  it('has nothing against the company that is plain and means to be', () => {
    const diagnoses = diagnosesOf('plain_by_intention')
    expect(diagnoses.length).toBe(7)
    expect(new Set(diagnoses)).toEqual(new Set(['none']))
  })

  it('calls few gaps worse than those of the rest that are not', () => {
    const { tables, besideRest } = found
    const worse = tables.gaps.filter(({ diagnosis }) => !['none', 'too_few_answers'].includes(diagnosis))
    expect(worse.length).toBeGreaterThan(10)
    const wrong = worse.filter((row) => besideRest(row.company_id, row.touchpoint) >= 0)
    // 5 % of them at most on average; three would be twice that and more.
    expect(wrong.length).toBeLessThan(3)
  })

  it('lets the digital leaders gain, and more of the ten change than by chance', () => {
    const { tables, planted } = found
    const leaders = tables.combined.filter(({ company_id }) => planted('digital_leader').includes(company_id))
    expect(leaders.map(({ verdict }) => verdict)).toEqual(['gains', 'gains', 'gains'])
    const stated = tables.top_ten.find((row) => row.stated)
    expect(stated?.turnover_p).toBeLessThan(0.05)
    expect(stated?.turnover).toBeGreaterThan(stated?.turnover_expected ?? 10)
  })
})
