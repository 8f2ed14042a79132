/**
 * The companies' own survey of the hand-made publication: every diagnosis, roles shown and withheld for either reason, an
 * index without a priority, a company whose customers are too few, and hostile roles.
 */
import type { PublicStudy } from '../../pipeline/publication.ts'
import type { BeliefRow, BeliefTogetherRow, Score, Tables } from '../../pipeline/tables.ts'

export const hostileRole = '=cmd|"/c calc"!<b>boss</b>'

export const beliefs: PublicStudy['beliefs'] = {
  scale: { min: 1, max: 10 },
  superior: 9,
  indices: ['satisfaction', 'digital_relevance'],
}

interface Cell {
  company: string
  index: string
  role: string
  people: number
  believed?: number
  priority?: number
  diagnosis?: BeliefRow['diagnosis']
  /** why there is no belief, where it is not that too few answered */
  reason?: BeliefRow['reason']
  /** score beside the rest */
  rest?: number
  improvement?: [points: number, since: string]
}

const all = (company: string, index: string, people: number, more: Partial<Cell>): Cell => ({
  ...{ company, index, role: 'all', people },
  ...more,
})
const of = (company: string, role: string, people: number, believed?: number): Cell => ({
  ...{ company, index: 'satisfaction', role, people },
  ...(believed === undefined ? {} : { believed }),
})

/** Without a belief a row is withheld. */
const cells: Cell[] = [
  all('fjordbanken', 'satisfaction', 9, {
    believed: 85.2,
    priority: 88.4,
    diagnosis: 'in_touch',
    rest: 11.1,
  }),
  of('fjordbanken', hostileRole, 4, 87.3),
  of('fjordbanken', 'support', 5, 83.5),
  all('nordlys', 'satisfaction', 7, {
    believed: 91.6,
    priority: 90.3,
    diagnosis: 'does_not_know',
    rest: -0.8,
  }),
  of('nordlys', hostileRole, 2),
  of('nordlys', 'support', 5),
  all('spareskillingen', 'satisfaction', 6, {
    ...{ believed: 70.7, priority: 31.2, diagnosis: 'does_not_want', rest: -6.4 },
  }),
  all('ekko', 'satisfaction', 8, {
    ...{ believed: 61.3, priority: 86.5, diagnosis: 'does_not_act', rest: -7.2, improvement: [0.8, '2021'] },
  }),
  { ...of('ekko', 'support', 4), reason: 'no_variation' },
  all('tele4', 'satisfaction', 5, {
    ...{ believed: 60.2, priority: 84.1, diagnosis: 'not_enough_waves', rest: -8.3 },
  }),
  all('hostile', 'satisfaction', 4, { believed: 71.5, priority: 52.6, diagnosis: 'unclear', rest: -5.5 }),
  all('nyhandel', 'satisfaction', 2, { diagnosis: 'too_few_answers' }),
  all('fjordbanken', 'digital_relevance', 9, { believed: 77.8, diagnosis: 'does_not_know', rest: 0.9 }),
  all('ekko', 'digital_relevance', 8, { believed: 56.9, diagnosis: 'in_touch', rest: 3.2 }),
  all('nyhandel', 'digital_relevance', 7, { believed: 55.1, diagnosis: 'unclear', rest: 0.4 }),
  all('kroken', 'digital_relevance', 6, { diagnosis: 'too_few_answers' }),
]

const none = <Key extends string>(...keys: Key[]) =>
  Object.fromEntries(keys.map((key) => [key, null])) as Record<Key, null>

function rowOf(wave: string, scores: readonly Score[], each: Cell): BeliefRow {
  const { company, index, role, people, believed, priority, diagnosis = null, rest, improvement } = each
  const score = scores.find((row) => row.index === index && row.entity_id === company)
  const actual = score?.score ?? null
  const base = {
    wave,
    company_id: company,
    index,
    role,
    n_believers: people,
    n_customers: score?.n ?? 0,
    n_priority: priority === undefined ? 0 : people,
  }
  if (believed === undefined || actual === null)
    return {
      ...{ ...base, diagnosis, published: false, since_wave: null },
      reason: actual === null ? 'too_few_ratings' : (each.reason ?? 'too_few_believers'),
      ...none(
        'believed_low',
        'believed_high',
        'believed',
        'believed_se',
        'believed_superior',
        'customers_superior',
        'customers_superior_low',
      ),
      ...none('customers_superior_high', 'actual', 'actual_se', 'gap', 'se', 'df', 'low', 'high', 'p_value'),
      ...none('p_adjusted', 'priority', 'priority_low', 'priority_high', 'actual_vs_rest', 'improvement'),
      ...none('actual_vs_rest_low', 'actual_vs_rest_high', 'actual_vs_rest_p', 'actual_vs_rest_p_adjusted'),
      ...none('improvement_low', 'improvement_high', 'believed_vs_rest', 'believed_vs_rest_low', 'missing'),
      ...none('believed_vs_rest_high', 'improvement_beyond_missing', 'improvement_beyond_missing_low'),
      ...none('improvement_beyond_missing_high'),
    }
  const gap = believed - actual
  const [rise = null, since = null] = improvement ?? []
  const held = rest === undefined ? null : believed - (actual - rest)
  return {
    ...{ ...base, diagnosis, believed, believed_se: 3.2, believed_superior: 55.6, customers_superior: 8.3 },
    ...{ believed_low: believed - 6.6, believed_high: believed + 6.6 },
    ...{ customers_superior_low: 3.1, customers_superior_high: 13.5, actual, actual_se: 1.8, gap },
    ...{ se: 3.7, df: 41.2, low: gap - 7.5, high: gap + 7.5, p_value: 0.01, p_adjusted: 0.03 },
    priority: priority ?? null,
    priority_low: priority === undefined ? null : priority - 8.8,
    priority_high: priority === undefined ? null : priority + 8.8,
    ...{ actual_vs_rest: rest ?? null, actual_vs_rest_low: rest === undefined ? null : rest - 4.1 },
    ...{ actual_vs_rest_high: rest === undefined ? null : rest + 4.1, actual_vs_rest_p: 0.01 },
    ...{
      actual_vs_rest_p_adjusted: rest !== undefined && Math.abs(rest) > 5 ? 0.02 : 0.6,
      improvement: rise,
      since_wave: since,
    },
    ...{ believed_vs_rest: held, believed_vs_rest_low: held === null ? null : held - 7.1 },
    ...{ believed_vs_rest_high: held === null ? null : held + 7.1, missing: rise === null ? null : 7.3 },
    improvement_beyond_missing: rise === null ? null : rise - 7.3,
    improvement_beyond_missing_low: rise === null ? null : rise - 11.1,
    improvement_beyond_missing_high: rise === null ? null : rise - 3.5,
    ...{ improvement_low: rise === null ? null : rise - 3.4 },
    ...{ improvement_high: rise === null ? null : rise + 3.4, published: true, reason: null },
  }
}

type Pooled = [index: string, role: string, companies: number, people: number, figures?: number[]]
/** Believed, actual, companies and customers superior; beside the other roles, and its adjusted p. */
const pooled: Pooled[] = [
  ['satisfaction', 'all', 7, 41, [73.4, 70.6, 82.4, 8.3]],
  ['satisfaction', hostileRole, 6, 17, [78.2, 70.9, 88.2, 8.1, 6.9, 0.004]],
  ['satisfaction', 'support', 6, 21, [70.5, 70.9, 61.6, 8.1, -6.9, 0.004]],
  ['satisfaction', 'marketing', 1, 2],
  ['digital_relevance', 'all', 2, 17, [67.4, 53.1, 50, 1.2]],
  ['digital_relevance', 'support', 2, 8, [66.8, 53.1, 50, 1.2, -1.3, 0.7]],
]

function togetherOf(wave: string, [index, role, companies, people, figures]: Pooled): BeliefTogetherRow {
  const base = { wave, index, role, companies, n_believers: people }
  const [believed, actual, superior, customers, beside = null, p_adjusted = null] = figures ?? []
  if (believed === undefined || actual === undefined || superior === undefined || customers === undefined)
    return {
      ...{ ...base, published: false, reason: 'too_few_believers' },
      ...none('believed', 'actual', 'gap', 'se', 'df', 'low', 'high', 'companies_superior', 'p_value'),
      ...none('customers_superior', 'customers_superior_low', 'customers_superior_high', 'p_adjusted'),
      ...none('role_difference', 'role_difference_se', 'role_difference_low', 'role_difference_high'),
    }
  const gap = believed - actual
  return {
    ...{ ...base, believed, actual, gap, se: 1.3, df: 52.7, low: gap - 2.6, high: gap + 2.6 },
    ...{ companies_superior: superior, customers_superior: customers, role_difference: beside },
    ...{ customers_superior_low: customers - 1.1, customers_superior_high: customers + 1.1 },
    ...{ role_difference_se: beside === null ? null : 1.6, p_value: p_adjusted, p_adjusted },
    role_difference_low: beside === null ? null : beside - 3.2,
    role_difference_high: beside === null ? null : beside + 3.2,
    ...{ published: true, reason: null },
  }
}

/** The tables of a wave: only the last one asked the companies. */
export const beliefTables = (
  wave: string,
  scores: readonly Score[],
): Pick<Tables, 'beliefs' | 'beliefs_together'> =>
  wave === '2025'
    ? {
        beliefs: cells.map((each) => rowOf(wave, scores, each)),
        beliefs_together: pooled.map((each) => togetherOf(wave, each)),
      }
    : { beliefs: [], beliefs_together: [] }
