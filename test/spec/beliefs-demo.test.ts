/** The planted companies of the demonstration, found from its files as a study finds them (METHOD.md §19). */
import { beforeAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { demoOptions } from '../../pipeline/simulate/simulate.ts'
import type { BeliefRow, BeliefTogetherRow } from '../../pipeline/tables.ts'
import { waveResults } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import {
  estimateOf,
  filesOf,
  meanOf,
  type Rating,
  type Row,
  ratingsOf,
  rowsOf,
} from '../support/simulated.ts'

type Keyed = Record<string, unknown>
const only = (given: unknown, keep: readonly string[]): Keyed =>
  Object.fromEntries(Object.entries(given ?? {}).filter(([key]) => keep.includes(key)))

/** The contract with satisfaction alone, in the last five waves. */
function shortened(text: string): string {
  const { items, indices, waves, beliefs, net_promoter, combined, need_met, drivers, ...rest } = parse(text)
  const { segments, touchpoints, experiments, ...kept } = rest
  const questions: string[] = indices.satisfaction.items
  const last = Object.entries<Keyed>(waves).slice(-5)
  return stringify({
    ...kept,
    items: only(items, questions),
    indices: only(indices, ['satisfaction']),
    beliefs: { ...beliefs, touchpoints: {}, indices: only(beliefs.indices, ['satisfaction']) },
    waves: Object.fromEntries(
      last.map(([id, wave]) => [
        id,
        {
          ...wave,
          items: only(wave.items, questions),
          values: only(wave.values, [...questions, ...Object.keys(wave.columns ?? {})]),
        },
      ]),
    ),
  })
}

/** The last wave of a simulated study: its rows of role all, and what is true. */
async function lastWave(seed: number) {
  const files = filesOf({ ...demoOptions, seed }, /yaml$|companies|industries|beliefs|truth|202[1-5]/)
  files.set('study.yaml', shortened(files.get('study.yaml') ?? ''))
  const results = await waveResults(folderWith(Object.fromEntries(files)))
  const truth = rowsOf(files.get('truth.csv')).filter(({ wave }) => wave === '2025' || wave === '')
  const planted = new Map(
    truth.flatMap(({ index, part = '', entity_id = '' }) =>
      index === 'planted' && part.startsWith('does_not') ? [[part, entity_id] as const] : [],
    ),
  )
  const { beliefs = [], beliefs_together = [] } = results.at(-1)?.tables ?? {}
  return { files, truth, planted, beliefs, together: beliefs_together }
}

const whole = (rows: readonly BeliefRow[]) => rows.filter(({ role }) => role === 'all')

describe('the last wave of the demonstration', () => {
  let truth: Row[]
  let planted: ReadonlyMap<string, string>
  let beliefs: BeliefRow[]
  let together: BeliefTogetherRow[]
  let files: Map<string, string>
  let customers: Rating[]
  beforeAll(async () => {
    ;({ files, truth, planted, beliefs, together } = await lastWave(demoOptions.seed))
    customers = ratingsOf(files).filter(({ wave }) => wave === '2025')
  })
  const trueScore = (company: string, index: string, part = '') =>
    Number(
      truth.find(
        (row) =>
          row.index === index && row.entity_id === company && row.part === part && row.level === 'company',
      )?.score,
    )

  it('tells the three planted companies apart', () => {
    for (const [effect, company] of planted)
      expect([company, whole(beliefs).find((row) => row.company_id === company)?.diagnosis]).toEqual([
        company,
        effect,
      ])
    expect(planted.size).toBe(3)
  })

  it('finds nobody else who does not want or does not act', () => {
    const found = whole(beliefs).filter(({ diagnosis }) => /want|act$/.test(diagnosis ?? ''))
    expect(found.map(({ company_id }) => company_id).sort()).toEqual(
      ['does_not_act', 'does_not_want'].map((effect) => planted.get(effect)).sort(),
    )
  })

  it('says of no company that it does not know where it does', () => {
    const gaps = (diagnosis: RegExp) =>
      whole(beliefs)
        .filter((row) => diagnosis.test(row.diagnosis ?? ''))
        .map(
          ({ company_id: id }) => trueScore(id, 'believed', 'satisfaction') - trueScore(id, 'satisfaction'),
        )
    const [deluded, others] = [gaps(/does_not_know/), gaps(/in_touch|unclear|not_enough/)]
    expect(deluded.length).toBeGreaterThan(100)
    expect(Math.min(...deluded)).toBeGreaterThan(1)
    expect(others.length).toBeGreaterThan(15)
    // nobody who believes ten points too much or more passes for anything else
    expect(Math.max(...others)).toBeLessThan(10)
  })

  it('has intervals that hold what the companies believe, how important it is, and the gap', () => {
    const shown = beliefs.filter(({ published }) => published)
    const holding = (low: keyof BeliefRow, high: keyof BeliefRow, of: (row: BeliefRow) => number) => {
      const told = shown.filter((row) => row[low] !== null && (low !== 'priority_low' || row.role === 'all'))
      return (
        told.filter((row) => Number(row[low]) <= of(row) && of(row) <= Number(row[high])).length / told.length
      )
    }
    const believed = ({ company_id, role }: BeliefRow) =>
      trueScore(company_id, 'believed', role === 'all' ? 'satisfaction' : `satisfaction/${role}`)
    expect(holding('believed_low', 'believed_high', believed)).toBeGreaterThan(0.9)
    expect(
      holding('priority_low', 'priority_high', ({ company_id }) =>
        trueScore(company_id, 'priority', 'satisfaction'),
      ),
    ).toBeGreaterThan(0.9)
    expect(
      holding('low', 'high', (row) => believed(row) - trueScore(row.company_id, 'satisfaction')),
    ).toBeGreaterThan(0.9)
  })

  it('has the share of customers whose score reaches nine of ten, by company and together', () => {
    const superior = ({ scores }: Rating) =>
      scores.satisfaction === undefined ? undefined : scores.satisfaction > 100 * (8 / 9) - 1e-6 ? 100 : 0
    for (const row of whole(beliefs).filter(({ published }) => published)) {
      const { mean, n } = estimateOf(
        customers.filter(({ company }) => company === row.company_id),
        superior,
      )
      expect([row.company_id, row.n_customers, row.customers_superior]).toEqual([
        row.company_id,
        n,
        expect.closeTo(mean, 6),
      ])
    }
    const scored = new Set(
      whole(beliefs)
        .filter(({ reason }) => reason !== 'too_few_ratings')
        .map(({ company_id }) => company_id),
    )
    const [all] = together
    const pooled = estimateOf(
      customers.filter(({ company }) => scored.has(company)),
      superior,
    )
    expect([all?.companies, all?.customers_superior]).toEqual([scored.size, expect.closeTo(pooled.mean, 6)])
  })

  it('has the belief of all: most companies think they are superior, and few of their customers', () => {
    const people = rowsOf(files.get('beliefs.csv')).filter(({ wave }) => wave === '2025')
    const [all, ...roles] = together
    const own = (company: string) =>
      people.flatMap(({ company_id, b_satisfaction: answer = '' }) =>
        company_id === company && answer !== '' ? [Number(answer)] : [],
      )
    const shown = whole(beliefs).filter(({ reason }) => reason !== 'too_few_ratings')
    const answers = shown.map(({ company_id }) => own(company_id))
    const superior = answers.filter((some) => some.filter((answer) => answer >= 9).length > some.length / 2)
    expect(all?.believed).toBeCloseTo((100 * (meanOf(answers.map(meanOf)) - 1)) / 9, 6)
    expect(all?.companies_superior).toBeCloseTo((100 * superior.length) / answers.length, 6)
    expect(all?.companies_superior).toBeGreaterThan(70)
    expect(all?.customers_superior).toBeLessThan(20)
    // planted: managers see their company 2 points, marketing 1 point better than it sees itself, service 4 points worse
    expect(roles.map(({ role }) => role)).toEqual(['manager', 'marketing', 'service'])
    for (const { p_adjusted } of roles) expect(p_adjusted).toBeLessThan(0.001)
    expect(roles.map(({ role_difference: difference }) => Math.sign(difference ?? 0))).toEqual([1, 1, -1])
  })
})

describe('other simulated studies', () => {
  it('have the planted companies told apart too', async () => {
    const { planted, beliefs } = await lastWave(2)
    const found = new Map(whole(beliefs).map(({ company_id, diagnosis }) => [company_id, diagnosis]))
    expect([...planted].map(([effect, company]) => [effect, found.get(company)])).toEqual(
      [...planted.keys()].map((effect) => [effect, effect]),
    )
  })
})
