/**
 * Touchpoints of the hand-made publication: every diagnosis, rows withheld for either reason, nothing to
 * compare with, an intended level and one that is withheld, a touchpoint that one wave does not ask, and hostile names.
 */
import type { PublicStudy, PublicTouchpoint } from '../../pipeline/publication.ts'
import type { GapRow, IndustryGapRow } from '../../pipeline/tables.ts'

const text = (nb: string, en: string) => ({ nb, en })

export const hostileOwner = '<script>alert("owner")</script> & =1+1'

export const touchpoints: PublicTouchpoint[] = [
  {
    ...{ id: 'website', label: text('Nettsidene', 'Website'), channel: 'digital', owner: 'it', step: 'find' },
    ...{ expected: 'exp_website', experienced: 'per_website' },
  },
  {
    ...{ id: 'app', label: text('Appen', 'App'), channel: 'digital', owner: 'it', step: 'use' },
    ...{ expected: 'exp_app', experienced: 'per_app' },
  },
  {
    ...{ id: 'phone', label: text('Telefonen', 'Telephone'), channel: undefined, owner: 'service' },
    ...{ step: 'get help', expected: 'exp_phone', experienced: 'per_phone' },
  },
  {
    ...{ id: 'store', label: text('Butikk <b>&"', 'Shop <b>&"'), channel: 'physical', owner: hostileOwner },
    ...{ step: 'constructor', expected: 'exp_store', experienced: 'per_store' },
  },
]

/** The questions about touchpoints and needs. */
export const gapItems: PublicStudy['items'] = [
  ...touchpoints.flatMap(({ label, expected, experienced }) => [
    { id: expected, text: text(`Hva ventet du av ${label.nb}?`, `What did you expect of: ${label.en}?`) },
    { id: experienced, text: text(`Og hva fikk du?`, `And what did you get?`) },
  ]),
  { id: 'need', text: text('Fikk du det du trengte?', 'Did you get what you needed?') },
].map((item) => ({ ...item, scale: { min: 1, max: 10 }, reverse: false }))

export const needMet: PublicStudy['need_met'] = {
  item: 'need',
  loyalty: 'loyalty',
  channels: { person: text('En person', 'A person'), site: text('Nettstedet', 'The site') },
}

const industries: Record<string, string[]> = {
  bank: ['fjordbanken', 'nordlys', 'spareskillingen'],
  telephone: ['ekko', 'tele4'],
  shops: ['hostile', 'nyhandel', 'kroken'],
}

interface Cell {
  expected: number
  experienced: number
  n: number
  /** expected and experienced beside the rest */
  rest?: [number, number]
  diagnosis?: GapRow['diagnosis']
  reason?: GapRow['reason']
  intended?: [number | null, number]
}
const cell = (
  expected: number,
  experienced: number,
  n: number,
  more: Omit<Cell, 'n'> | object = {},
): Cell => ({
  ...{ expected, experienced, n, rest: [0.4, -0.6] },
  ...more,
})

export const cells: Record<string, Record<string, Record<string, Cell>>> = {
  2024: Object.fromEntries(
    Object.values(industries)
      .flat()
      .filter((id) => id !== 'nyhandel')
      .map((id, k) => [
        id,
        {
          website: cell(78 + k / 2, id === 'ekko' ? 81.2 : 75 - k / 2, 80 + k),
          phone: cell(70 + k / 4, 68 + k / 4, 44 + k),
          store: cell(74 - k / 4, 73 + k / 2, 51 + k),
        },
      ]),
  ),
  2025: {
    fjordbanken: {
      website: cell(82.1, 80.2, 88),
      app: cell(80.3, 81.4, 64),
      phone: cell(70.5, 74.6, 45),
      store: cell(75.2, 79.1, 52, { intended: [82.5, 6] }),
    },
    nordlys: {
      website: cell(80.2, 77.3, 84),
      app: cell(84.1, 72.2, 66, { rest: [4.2, -5.3], diagnosis: 'both_or_unclear' }),
      phone: cell(71.6, 70.4, 40),
      store: cell(0, 0, 17, { reason: 'too_few_ratings', diagnosis: 'too_few_answers' }),
    },
    spareskillingen: {
      website: cell(76.5, 74.2, 70),
      app: cell(75.1, 73.3, 50),
      phone: cell(69.4, 66.2, 38),
      store: cell(74.7, 73.6, 44),
    },
    ekko: {
      website: cell(88.4, 74.3, 92, { rest: [9.1, 0.2], diagnosis: 'promise_too_high' }),
      app: cell(79.2, 76.1, 71),
      phone: cell(72.3, 69.9, 58),
      store: cell(71.8, 70.7, 47, { rest: undefined }),
    },
    tele4: {
      website: cell(77.9, 76.8, 81),
      app: cell(76.4, 75.5, 60),
      phone: cell(72.9, 55.1, 60, { rest: [-0.3, -12.4], diagnosis: 'delivery_too_low' }),
      store: cell(0, 0, 35, { reason: 'no_variation', diagnosis: 'too_few_answers' }),
    },
    hostile: {
      website: cell(74.4, 73.7, 77, { intended: [null, 2] }),
      app: cell(73.2, 72.6, 55),
      phone: cell(68.1, 67.3, 41),
      store: cell(78.3, 64.2, 66, { rest: [0.9, -13.1], diagnosis: 'delivery_too_low' }),
    },
    nyhandel: { website: cell(75.6, 75.2, 61), phone: cell(69.8, 70.3, 36) },
    kroken: {
      website: cell(66.6, 52.4, 43, {
        ...{ rest: [-7.7, -21.2], diagnosis: 'both_or_unclear', intended: [50.8, 4] },
      }),
      phone: cell(0, 0, 12, { reason: 'too_few_ratings', diagnosis: 'too_few_answers' }),
    },
  },
}

export const half = (n: number) => 34 / Math.sqrt(n)
export const none = <Key extends string>(...keys: Key[]) =>
  Object.fromEntries(keys.map((key) => [key, null])) as Record<Key, null>
export const around = <Name extends string>(name: Name, at: number, margin: number) =>
  ({ [`${name}_low`]: at - margin, [`${name}_high`]: at + margin }) as Record<
    `${Name}_low` | `${Name}_high`,
    number
  >

function placed(touchpoint: string) {
  const found = touchpoints.find(({ id }) => id === touchpoint)
  const { channel = null, owner = null, step = null } = found ?? {}
  return { touchpoint, channel, owner, step }
}

/** The figures of a cell; everything empty where it is withheld. */
function figures(touchpoint: string, { expected, experienced, n, reason }: Cell) {
  if (reason !== undefined)
    return {
      ...{ n, published: false, reason },
      ...none('n_effective', 'expected', 'expected_se', 'expected_low', 'expected_high', 'experienced'),
      ...none('experienced_se', 'experienced_low', 'experienced_high', 'gap', 'se', 'df', 'low', 'high'),
      ...none('p_value', 'p_adjusted', 'expected_top', 'below', 'met', 'above'),
    }
  const gap = experienced - expected
  const margin = half(n)
  return {
    ...{ n, n_effective: n * 0.9, expected, expected_se: margin / 2, experienced, df: n - 4 },
    ...{
      experienced_se: margin / 2,
      gap,
      se: margin / 2.4,
      low: gap - margin * 0.8,
      high: gap + margin * 0.8,
    },
    ...around('expected', expected, margin),
    ...around('experienced', experienced, margin),
    ...{ p_value: 0.03, p_adjusted: 0.06, expected_top: touchpoint === 'phone' ? 64.2 : 21.7 },
    ...{ below: 40 - gap, met: 35, above: 25 + gap, published: true, reason: null },
  }
}

function besideRest({ rest, reason, diagnosis = 'none' }: Cell) {
  if (rest === undefined || reason !== undefined)
    return none(
      ...(['expected_vs_rest', 'expected_vs_rest_low', 'expected_vs_rest_high', 'level_vs_rest_p'] as const),
      ...(['experienced_vs_rest', 'experienced_vs_rest_low', 'experienced_vs_rest_high'] as const),
      ...([
        'gap_vs_rest',
        'gap_vs_rest_se',
        'gap_vs_rest_df',
        'gap_vs_rest_low',
        'gap_vs_rest_high',
      ] as const),
      ...(['gap_vs_rest_p', 'gap_vs_rest_p_adjusted', 'level_vs_rest', 'level_vs_rest_low'] as const),
      ...(['level_vs_rest_high', 'level_vs_rest_p_adjusted'] as const),
    )
  const [e, p] = rest
  const clear = diagnosis !== 'none'
  const told = clear && Math.abs(e + p) > 5
  return {
    ...{ expected_vs_rest: e, experienced_vs_rest: p, gap_vs_rest: p - e, level_vs_rest: e + p },
    ...around('expected_vs_rest', e, 3.1),
    ...around('experienced_vs_rest', p, 3.3),
    ...around('gap_vs_rest', p - e, 4.2),
    ...around('level_vs_rest', e + p, 4.9),
    ...{ gap_vs_rest_se: 2.1, gap_vs_rest_df: 120, gap_vs_rest_p: clear ? 0.0002 : 0.6 },
    ...{ gap_vs_rest_p_adjusted: clear ? 0.003 : 0.8, level_vs_rest_p: told ? 0.001 : 0.7 },
    level_vs_rest_p_adjusted: clear ? (told ? 0.002 : 0.7) : null,
  }
}

export const gapsOf = (wave: string): GapRow[] =>
  Object.entries(cells[wave] ?? {}).flatMap(([company_id, own]) =>
    Object.entries(own).map(([touchpoint, each]): GapRow => {
      const [intended = null, people = null] = each.intended ?? []
      return {
        ...{ wave, company_id, ...placed(touchpoint), ...figures(touchpoint, each), ...besideRest(each) },
        ...{ intended, n_intended: people, diagnosis: each.diagnosis ?? 'none' },
      }
    }),
  )

export function industryGapsOf(wave: string): IndustryGapRow[] {
  const groups = [
    ...Object.entries(industries).map(([id, members]) => ({ level: 'industry' as const, id, members })),
    { level: 'all' as const, id: 'all', members: Object.values(industries).flat() },
  ]
  const asked = touchpoints.map(({ id }) => id).filter((id) => id !== 'app' || wave === '2025')
  return groups.flatMap(({ level, id, members }) =>
    asked.map((touchpoint): IndustryGapRow => {
      const own = members.flatMap((company) => cells[wave]?.[company]?.[touchpoint] ?? [])
      const shown = own.filter(({ reason }) => reason === undefined)
      const n = own.reduce((sum, each) => sum + each.n, 0)
      const mean = (of: 'expected' | 'experienced') =>
        shown.reduce((sum, each) => sum + each[of], 0) / shown.length
      const pooled: Cell =
        shown.length === 0
          ? { expected: 0, experienced: 0, n, reason: 'too_few_ratings' }
          : { expected: mean('expected'), experienced: mean('experienced'), n }
      return { wave, level, entity_id: id, ...placed(touchpoint), ...figures(touchpoint, pooled) }
    }),
  )
}
