/** A small valid study, drawn: its contract, its registers and its answers as a table of texts. */
import { grouped } from '../../pipeline/group.ts'
import type { Draw } from './draw.ts'

/** The cells of a file, as text; '' is blank. */
export interface Table {
  names: string[]
  rows: string[][]
}

export type Kind = 'text' | 'integer' | 'number'

export interface Small {
  contract: Record<string, unknown>
  wave: Record<string, unknown>
  companies: string
  corrections: string
  table: Table
  /** what a typed file may keep a column as; text where it is not named */
  kinds: Record<string, Kind>
}

const odd = 'Bétå, "Sønn" & co'
const register = [
  'alfa,Alfa Bank,bank,11',
  `beta,Bétå & Sønn,bank,"12|${odd.replaceAll('"', '""')}"`,
  'gamma,Gamma,energy,13|Gåmma',
  'delta,Delta,energy,14',
] as const
const header = 'company_id,name,industry,codes'

interface Rating {
  respondent: string
  company: string
  weight: string
  stratum: string
  age: string
  answers: string[]
}

function ratingsOf(draw: Draw, decimal: string, plain: boolean): Rating[] {
  const people = 8 + draw.below(9)
  const numbered = plain || draw.chance(0.5)
  return Array.from({ length: people }, (_, p) => p).flatMap((p) => {
    const person = {
      respondent: numbered ? `${p + 1}` : `r${p + 1}`,
      weight: `${1 + draw.below(3)}${draw.chance(0.5) ? `${decimal}${1 + draw.below(99)}` : ''}`,
      stratum: p % 2 === 0 ? 'n' : 's',
      age: `${18 + draw.below(70)}`,
    }
    const codes = plain
      ? ['11', '12', '13', '14']
      : ['11', draw.pick(['12', odd, 'BETA']), draw.pick(['13', 'gåmma']), 'delta']
    const rated = draw.shuffled(codes).slice(0, 2 + draw.below(2))
    return rated.map((company) => ({
      ...person,
      company,
      answers: [
        draw.chance(0.12)
          ? draw.pick(plain ? ['98', '99', ''] : ['98', '99', '', 'DK'])
          : `${1 + draw.below(10)}`,
        draw.chance(0.1) ? draw.pick(['98', '']) : `${draw.below(11)}`,
      ],
    }))
  })
}

const comment = (draw: Draw, rich: boolean): string =>
  draw.pick(['', '', 'fine', 'a, b; c', 'say "no"', 'two\nlines', rich ? 'så – 日本 😀' : 'så', ' ', "it's"])

/** One line per rating. */
function long(draw: Draw, ratings: readonly Rating[], rec: string, rich: boolean): Table {
  return {
    names: ['id', 'company', 'w', 'stratum', 'age', 'a', rec, 'year', 'comment'],
    rows: ratings.map(({ respondent, company, weight, stratum, age, answers }) => [
      ...[respondent, company, weight, stratum, age],
      ...answers,
      '2025',
      comment(draw, rich),
    ]),
  }
}

/** One line per respondent, the ratings side by side in three slots. */
function wide(ratings: readonly Rating[], rec: string): Table {
  const people = grouped(ratings, ({ respondent }) => respondent)
  return {
    names: [
      'id',
      'w',
      'stratum',
      'age',
      ...[1, 2, 3].flatMap((slot) => [`company${slot}`, `a${slot}`, `${rec}${slot}`]),
      'year',
    ],
    rows: [...people].map(([id, own]) => [
      ...[id, own[0]?.weight ?? '', own[0]?.stratum ?? '', own[0]?.age ?? ''],
      ...[0, 1, 2].flatMap((slot) => [
        own[slot]?.company ?? '',
        own[slot]?.answers[0] ?? '',
        own[slot]?.answers[1] ?? '',
      ]),
      '2025',
    ]),
  }
}

function reordered(draw: Draw, { names, rows }: Table): Table {
  const order = draw.shuffled(names.map((_, k) => k))
  const of = (cells: readonly string[]) => order.map((k) => cells[k] ?? '')
  return { names: of(names), rows: rows.map(of) }
}

function correctionsOf(draw: Draw, [first]: readonly Rating[]): string {
  const lines = [
    `2025,${first?.respondent},${JSON.stringify(first?.company).replaceAll('\\"', '""')},a,set,${first?.answers[0] === '7' ? 8 : 7},${first?.answers[0] || 'BLANK'},typing error,active`,
    '2025,nobody,,,drop,,,tested it,proposed',
    '2025,,,a,set,BLANK,99,refusals are blanks,withdrawn',
  ]
  return ['wave,respondent,company,column,action,value,expect,reason,status', ...draw.shuffled(lines)].join(
    '\n',
  )
}

/**
 * Draws a study of four companies, some twenty to forty ratings and two items. `plain`: nothing but numbers where a typed
 * file keeps numbers; `decimal`: the mark of the weights; `rich`: letters beyond windows-1252.
 */
export function smallStudy(
  draw: Draw,
  options: { plain: boolean; decimal: '.' | ','; rich: boolean },
): Small {
  const { plain, decimal, rich } = options
  const slots = draw.chance(0.12)
  const rec = draw.pick(['rec', 'rec', 'Ville du anbefale? (0-10)', 'anbefalå'])
  const slot = slots ? '{slot}' : ''
  const ratings = ratingsOf(draw, decimal, plain)
  const aged = draw.chance(0.25)
  const wave = {
    columns: {
      respondent: 'id',
      company: `company${slot}`,
      ...(draw.chance(0.85) ? { weight: 'w' } : {}),
      ...(draw.chance(0.85) ? { stratum: 'stratum' } : {}),
      ...(aged ? { age: 'age' } : {}),
    },
    ...(slots || rec !== 'rec' ? { items: { a: `a${slot}`, rec: `${rec}${slot}` } } : {}),
    ...(slots ? { slots: [1, 2, 3] } : {}),
    ...(draw.chance(0.15) ? { rows: { column: 'year', equals: 2025 } } : {}),
    ...(draw.chance(0.15) ? { values: { a: { '11': 10, nan: 98 }, company: { elleve: 11 } } } : {}),
  }
  const contract = {
    ...{
      id: 'small',
      title: 'Small',
      publisher: { name: 'Test' },
      licence: 'CC0-1.0',
      languages: ['en'],
      synthetic: true,
    },
    items: {
      a: {
        text: 'How good?',
        scale: { min: 1, max: 10 },
        missing: { 98: 'dont_know', 99: 'refused', dk: 'dont_know' },
      },
      rec: { text: 'Would you recommend it?', scale: { min: 0, max: 10 }, missing: { 98: 'dont_know' } },
    },
    indices: { satisfaction: { items: ['a'] }, loyalty: { items: ['a', 'rec'] } },
    net_promoter: { item: 'rec' },
    ...('stratum' in wave.columns ? { design: { strata: 'stratum' } } : {}),
    publication: { minimum_n: 3, minimum_shown: 2 },
    unmatched: draw.pick(['error', 'drop']),
    ...(aged
      ? {
          variables: { age: { groups: { young: [18, 49], old: [50, 99] } } },
          segments: { age: { column: 'age', label: 'Age' } },
        }
      : {}),
  }
  const table = slots ? wide(ratings, rec) : long(draw, ratings, rec, rich)
  const kinds: Record<string, Kind> = Object.fromEntries(
    table.names.map((name) => [
      name,
      /^(id|company|a\d|a$|age|rec|Ville|anbefal)/.test(name) ? 'integer' : name === 'w' ? 'number' : 'text',
    ]),
  )
  if (ratings.some(({ respondent }) => !/^\d+$/.test(respondent))) kinds.id = 'text'
  return {
    contract,
    wave,
    companies: [header, ...draw.shuffled(register)].join('\n'),
    corrections: correctionsOf(draw, ratings),
    table: reordered(draw, table),
    kinds: plain ? kinds : {},
  }
}
