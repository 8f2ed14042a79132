/**
 * A made-up publication with drivers: every kind, every advice, ties, rows withheld for either reason, an importance whose
 * interval includes none, a company without a rest to compare with, and hostile names.
 */
import type { Publication, PublicIndex, PublicWave } from '../../pipeline/publication.ts'
import type { DriverRow, MakesUpRow, PromiseEffectRow, Tables } from '../../pipeline/tables.ts'
import { none } from './gap-publication.ts'
import { publication } from './publication.ts'

const text = (nb: string, en: string) => ({ nb, en })

export const hostileDriver = '<img src=x onerror=alert(1)> & "=1+1"'

export const labels: Record<string, { nb: string; en: string }> = {
  just_works: text('Det bare virker', 'It just works'),
  constructor: text(hostileDriver, hostileDriver),
  promises: text('Løftene holdes', 'Promises are kept'),
}
const ids = Object.keys(labels)

const indices = Object.entries(labels).map(
  ([id, label]): PublicIndex => ({
    ...{ id, label, why: undefined, items: [{ item: `q_${id}`, weight: 1 }], headline: false },
    ...{ author: undefined, checked_by: undefined, next_review: undefined },
  }),
)
const items = Object.entries(labels).map(([id, label]) => ({
  ...{ id: `q_${id}`, text: text(`Passer dette: ${label.nb}?`, `Does this hold: ${label.en}?`) },
  ...{ scale: { min: 1, max: 10 }, reverse: false },
}))

/** One driver of an industry, of all, or of a company. */
export interface Cell {
  score: number
  /** importance and half the width of its interval; nothing where the base is too small */
  importance?: [share: number, margin: number]
  kind?: DriverRow['kind']
  advice?: DriverRow['advice']
  /** penalty and reward; nothing where an end has too few */
  ends?: [penalty: number, reward: number]
  lost?: number
  /** beside the rest of the industry */
  rest?: number
}

type Entity = [level: DriverRow['level'], id: string, n: number, r2: number, cells: Cell[]]

/** Entities whose rows are withheld have no cells. */
export const entities: Entity[] = [
  [
    ...(['all', 'all', 690, 0.553] as const),
    [
      {
        ...{ score: 66.1, importance: [0.524, 0.061], kind: 'basic', advice: 'fix_first' },
        ...{ ends: [-14.2, 1.3], lost: 4.21 },
      },
      {
        ...{ score: 52.4, importance: [0.178, 0.049], kind: 'excitement', advice: 'then_please' },
        ...{ ends: [-0.6, 8.8], lost: 0.3 },
      },
      {
        ...{ score: 61.7, importance: [0.298, 0.055], kind: 'performance', advice: 'fix_next' },
        ...{ ends: [-7.4, 6.9], lost: 1.92 },
      },
    ],
  ],
  [
    ...(['industry', 'bank', 300, 0.481] as const),
    [
      {
        ...{ score: 68.2, importance: [0.411, 0.104], kind: 'performance', advice: 'fix_first' },
        ...{ ends: [-9.1, 5.2], lost: 3.11 },
      },
      { score: 50.3, importance: [0.204, 0.15], kind: 'none', advice: 'none', ends: [-1.2, 1.1], lost: 0.2 },
      {
        ...{ score: 63.5, importance: [0.385, 0.11], kind: 'performance', advice: 'fix_first' },
        ...{ ends: [-8.3, 5.6], lost: 2.87 },
      },
    ],
  ],
  [
    ...(['industry', 'telephone', 220, 0.602] as const),
    [
      {
        ...{ score: 58.9, importance: [0.702, 0.12], kind: 'basic', advice: 'fix_first' },
        ...{ ends: [-19.4, 0.4], lost: 7.35 },
      },
      { score: 55.1, importance: [0.248, 0.13], kind: 'not_interpretable', advice: 'none' },
      // Advice that no table should hold: the interval of the importance includes none.
      {
        ...{ score: 60.8, importance: [0.05, 0.09], kind: 'basic', advice: 'fix_first' },
        ...{ ends: [-2.2, 0.7], lost: 0.44 },
      },
    ],
  ],
  ['industry', 'shops', 41, 0, []],
  [
    ...(['company', 'nordlys', 103, 0.44] as const),
    [
      { score: 61.4, importance: [0.39, 0.2], kind: 'performance', advice: 'fix_first', rest: -6.34 },
      { score: 49.9, kind: 'none', advice: 'none', rest: -8.12 },
      { score: 58.8, importance: [0.35, 0.21], kind: 'performance', advice: 'fix_next', rest: -4.07 },
    ],
  ],
  [
    ...(['company', 'fjordbanken', 101, 0.44] as const),
    [
      { score: 70.3, kind: 'performance', advice: 'none', rest: 1.2 },
      { score: 51.2, kind: 'none', advice: 'none', rest: 0.4 },
      { score: 70.9, kind: 'performance', advice: 'keep', rest: 7.46 },
    ],
  ],
  [
    ...(['company', 'spareskillingen', 96, 0.44] as const),
    ids.map((): Cell => ({ score: 60.2, kind: 'performance', advice: 'none', rest: -0.9 })),
  ],
  [
    ...(['company', 'ekko', 118, 0.44] as const),
    [
      { score: 52.7, kind: 'basic', advice: 'fix_first', rest: -9.91 },
      { score: 55.4, kind: 'not_interpretable', advice: 'none', rest: 0.2 },
      { score: 60.1, kind: 'basic', advice: 'none', rest: -0.8 },
    ],
  ],
  [
    ...(['company', 'tele4', 102, 0.44] as const),
    [
      { score: 62.6, kind: 'basic', advice: 'none', rest: 3.2 },
      { score: 54.7, kind: 'not_interpretable', advice: 'none', rest: -0.2 },
      { score: 51.3, kind: 'basic', advice: 'fix_first', rest: -9.09 },
    ],
  ],
  [
    ...(['company', 'hostile', 99, 0.44] as const),
    ids.map((): Cell => ({ score: 64.2, kind: null, advice: 'none', rest: -7.7 })),
  ],
  [
    ...(['company', 'nyhandel', 84, 0.44] as const),
    ids.map((): Cell => ({ score: 63.3, kind: null, advice: 'none' })),
  ],
  ['company', 'kroken', 12, 0, []],
]

const limits = <Name extends string>(name: Name, value: number | undefined, margin: number) =>
  ({
    [name]: value ?? null,
    [`${name}_low`]: value === undefined ? null : value - margin,
    [`${name}_high`]: value === undefined ? null : value + margin,
  }) as Record<Name | `${Name}_low` | `${Name}_high`, number | null>

const errors = none(
  ...(['se', 'df', 'n_effective', 'importance_se', 'johnson', 'johnson_low', 'johnson_high', 'lmg'] as const),
  ...([
    'n_low',
    'n_high',
    'penalty_se',
    'reward_se',
    'asymmetry',
    'contrast_kind',
    'contrast_reason',
  ] as const),
  ...(['contrast_kind_other_cuts', 'asymmetry_other_cuts', 'slope_below', 'slope_below_se'] as const),
  ...(['slope_above', 'slope_above_se', 'bend_p', 'bend_p_adjusted', 'lost_p_adjusted'] as const),
  ...(['score_vs_rest_p', 'score_vs_rest_p_adjusted'] as const),
)

function rowOf(
  wave: string,
  [level, entity_id, n, r2]: Entity,
  driver: string,
  cell: Cell | undefined,
): DriverRow {
  const [share, margin = 0] = cell?.importance ?? []
  const [penalty, reward] = cell?.ends ?? []
  const { low, high } = { low: cell && cell.score - 2.3, high: cell && cell.score + 2.3 }
  return {
    ...errors,
    ...{
      wave,
      level,
      entity_id,
      driver,
      n,
      score: cell?.score ?? null,
      low: low ?? null,
      high: high ?? null,
    },
    ...limits('score_vs_rest', cell?.rest, 3.25),
    ...limits('importance', share, margin),
    r2: share === undefined ? null : r2,
    ...limits('penalty', penalty, 2.4),
    ...limits('reward', reward, 2.1),
    ...limits('lost', cell?.lost, 0.81),
    ...{ kind: cell?.kind ?? null, advice: cell?.advice ?? null, published: cell !== undefined },
    reason: cell === undefined ? 'too_few_ratings' : null,
  }
}

export const driverRows = (wave: string, among: readonly Entity[] = entities): DriverRow[] =>
  among.flatMap((entity) => ids.map((driver, j) => rowOf(wave, entity, driver, entity[4][j])))

type Pair = [
  level: DriverRow['level'],
  id: string,
  other: string,
  failed: number,
  verdict: MakesUpRow['verdict'],
]
const pairs: Pair[] = [
  ['all', 'all', 'constructor', 51.24, 'does_not_make_up'],
  ['all', 'all', 'promises', 69.87, 'no_clear_difference'],
  ['industry', 'telephone', 'constructor', 44.41, 'does_not_make_up'],
  ['industry', 'telephone', 'promises', 79.63, 'makes_up'],
  ['industry', 'bank', 'constructor', 0, null],
]
const works = 71.33

function pairOf(wave: string, [level, entity_id, other, failed, verdict]: Pair): MakesUpRow {
  const shown = verdict !== null
  const known = (value: number) => (shown ? value : undefined)
  return {
    ...{
      wave,
      level,
      entity_id,
      failing: 'just_works',
      with: other,
      ...none('se', 'df', 'p_value', 'p_adjusted'),
    },
    ...{ n_failed: shown ? 61 : null, n_works: shown ? 240 : null },
    ...limits('score_failed', known(failed), 3.1),
    ...limits('score_works', known(works), 1.4),
    ...{ difference: known(failed - works) ?? null, low: known(failed - works - 3.6) ?? null },
    ...{ high: known(failed - works + 3.6) ?? null, verdict, published: shown },
    reason: shown ? null : 'too_few_ratings',
  }
}

type Effect = [
  level: DriverRow['level'],
  id: string,
  touchpoint: string,
  effect: number,
  verdict: PromiseEffectRow['verdict'],
]
const effects: Effect[] = [
  ['all', 'all', 'website', -2.13, 'hurts'],
  ['all', 'all', 'app', 1.88, 'not_interpretable'],
  ['all', 'all', 'phone', -0.31, 'no_clear_effect'],
  ['all', 'all', 'store', 0, null],
  ['industry', 'bank', 'website', -3.42, 'hurts'],
  ['industry', 'bank', 'app', 0.21, 'no_clear_effect'],
]

function effectOf(wave: string, [level, entity_id, touchpoint, effect, verdict]: Effect): PromiseEffectRow {
  const shown = verdict !== null
  return {
    ...{ wave, level, entity_id, touchpoint, n: shown ? 412 : 23 },
    ...none('delivery_se', 'se', 'df', 'p_value', 'p_adjusted'),
    ...limits('delivery', shown ? 5.92 : undefined, 0.7),
    ...{
      expectation: shown ? effect : null,
      low: shown ? effect - 0.9 : null,
      high: shown ? effect + 0.9 : null,
    },
    ...{ verdict, published: shown, reason: shown ? null : 'too_few_ratings' },
  }
}

export const driverTables = (wave: string): Pick<Tables, 'drivers' | 'makes_up' | 'promise_effect'> => ({
  drivers: driverRows(wave),
  makes_up: pairs.map((pair) => pairOf(wave, pair)),
  promise_effect: effects.map((effect) => effectOf(wave, effect)),
})

/** The wave asks every driver. */
const asking = (wave: PublicWave): PublicWave => ({
  ...wave,
  items: [...wave.items, ...items.map(({ id }) => id)],
  indices: {
    ...wave.indices,
    ...Object.fromEntries(ids.map((id) => [id, { items: [`q_${id}`], min_items: 1, break: false }] as const)),
  },
})

/** The last two editions, the newest with drivers, its tables changed. */
export function drivenBy(change: (tables: Tables) => Partial<Tables> = () => ({})): Publication {
  const { study, editions, program } = publication
  return {
    study: {
      ...study,
      ...{ timeline: ['2024', '2025'], drivers: { outcome: 'satisfaction', of: ids } },
      ...{ items: [...study.items, ...items], indices: [...study.indices, ...indices] },
      waves: study.waves.map((wave) => (wave.id === '2025' ? asking(wave) : wave)),
    },
    editions: editions.slice(-2).map(({ wave, tables }) => {
      const light = { ...tables, items: [], distributions: [], net_promoter: [], history: [] }
      if (wave.id !== '2025') return { wave, tables: light }
      const driven = { ...light, ...driverTables(wave.id) }
      return { wave: asking(wave), tables: { ...driven, ...change(driven) } }
    }),
    program,
  }
}

export const driven = drivenBy()
