/** A draft → the files of the study folder. A pure function. */
import { Document, type YAMLMap } from 'yaml'
import type { Draft, DraftCompany, DraftItem, DraftSegment, DraftWave, Guess } from './draft.ts'
import { guessed, list, map, type Node, print, scalar } from './yaml.ts'

/** A file of the study folder. */
export interface DraftFile {
  name: string
  text: string
}

/** Codes that several items share are written once and named by the others. */
function codesOf(document: Document) {
  const known = new Map<string, { node: YAMLMap; anchor: string }>()
  return ({ missing, scale }: DraftItem): Node | undefined => {
    if (missing.size === 0) return undefined
    const key = JSON.stringify([...missing])
    const first = known.get(key)
    if (first !== undefined) return document.createAlias(first.node, first.anchor)
    const node = map([...missing].map(([code, kind]) => [code, guessed(kind)]))
    const same = [...known.values()].filter(({ anchor }) => anchor.startsWith(`to_${scale.max.value}`)).length
    known.set(key, { node, anchor: `to_${scale.max.value}${same === 0 ? '' : `_${same + 1}`}` })
    return node
  }
}

function itemsNode(document: Document, items: readonly DraftItem[]): Node {
  const codes = codesOf(document)
  return map(
    items.map((item) => {
      const { text, scale } = item
      const isPlain = scale.min.todo !== true && scale.max.todo !== true
      const limits = map(
        [
          ['min', guessed(scale.min)],
          ['max', guessed(scale.max)],
        ],
        { flow: isPlain },
      )
      return [
        item.id,
        map([
          ['text', guessed(text)],
          ['scale', limits],
          ['missing', codes(item)],
        ]),
      ]
    }),
    { above: new Map(items.map(({ id, why }) => [id, why])) },
  )
}

const segmentNode = ({ id, categories, groups }: DraftSegment): Node =>
  map([
    ['column', scalar(id)],
    [
      'categories',
      groups === undefined
        ? map([...categories].map(([value, label]) => [value, guessed(label)]))
        : undefined,
    ],
  ])

const groupsNode = (groups: NonNullable<DraftSegment['groups']>): Node =>
  map([['groups', map(Object.entries(groups).map(([name, limits]) => [name, list(limits.map(String))]))]])

function waveNode(wave: DraftWave, raw: string): Node {
  const { files, rows, slots, columns, items, values, csv } = wave
  const names = files.map((file) => (raw === '' ? file : `${raw}/${file}`))
  const settings: [string, Node][] = [
    ...(csv.decimal === undefined ? [] : [['decimal', guessed(csv.decimal)] as [string, Node]]),
    ...(csv.header_rows === undefined ? [] : [['header_rows', guessed(csv.header_rows)] as [string, Node]]),
  ]
  const filled = <T>(entries: readonly T[], node: (entries: readonly T[]) => Node) =>
    entries.length === 0 ? undefined : node(entries)
  return map(
    [
      ['file', names.length === 1 ? scalar(names[0] ?? '') : list(names)],
      [
        'rows',
        rows === undefined
          ? undefined
          : map([
              ['column', scalar(rows.column)],
              ['equals', scalar(rows.equals)],
            ]),
      ],
      ['slots', slots === undefined ? undefined : list(slots.names)],
      ['columns', map([...columns].map(([role, column]) => [role, guessed(column)]))],
      ['items', filled([...items], (all) => map(all.map(([item, column]) => [item, guessed(column)])))],
      [
        'values',
        filled([...values], (all) =>
          map(
            all.map(([key, meant]) => [
              key,
              map([...meant].map(([from, to]) => [from, scalar(/^-?\d+$/.test(to) ? Number(to) : to)])),
            ]),
          ),
        ),
      ],
      ['csv', filled(settings, (all) => map(all))],
    ],
    {
      above: new Map([
        ...(rows === undefined ? [] : [['rows', rows.why] as const]),
        ...(slots === undefined ? [] : [['slots', slots.why] as const]),
      ]),
    },
  )
}

const waveKey = ({ value, todo }: Guess<string>): string => (todo === true ? `TODO ${value}` : value)

const introduction = [
  'A first contract, guessed from the answers. The comments say what each guess rests on.',
  'TODO marks what a person must decide: write the answer, or take out the word TODO to accept what follows it.',
  '`barometer check` lists what is left to decide, then reads all answers by this contract.',
]

function studyText(draft: Draft, raw: string): string {
  const { items, indices, segments, waves, touchpoints } = draft
  const document = new Document()
  const groups = segments.flatMap(({ id, groups: own }) =>
    own === undefined ? [] : [[id, groupsNode(own)] as const],
  )
  const some = <T>(all: readonly T[], node: (all: readonly T[]) => Node): Node | undefined =>
    all.length === 0 ? undefined : node(all)
  const root = map([
    ['id', scalar(draft.id)],
    ['title', guessed(draft.title)],
    ['publisher', map([['name', guessed(draft.publisher)]])],
    ['licence', guessed(draft.licence)],
    ['languages', languages(draft.language)],
    ['items', itemsNode(document, items)],
    [
      'indices',
      map(
        indices.map(({ id, label, items: members }) => [
          id,
          map([
            ['items', list(members)],
            ['label', guessed(label)],
          ]),
        ]),
        { above: new Map(indices.map(({ id, why }) => [id, why])) },
      ),
    ],
    [
      'net_promoter',
      draft.net_promoter === undefined ? undefined : map([['item', guessed(draft.net_promoter)]]),
    ],
    [
      'touchpoints',
      some(touchpoints, (all) =>
        map(
          all.map(({ id, expected, experienced }) => [
            id,
            map(
              [
                ['expected', scalar(expected)],
                ['experienced', scalar(experienced)],
              ],
              { flow: true },
            ),
          ]),
        ),
      ),
    ],
    [
      'segments',
      some(segments, (all) =>
        map(
          all.map((segment) => [segment.id, segmentNode(segment)]),
          { above: new Map(segments.map(({ id, why }) => [id, why])) },
        ),
      ),
    ],
    ['variables', some(groups, (all) => map(all))],
    ['design', draft.stratified ? map([['strata', scalar('stratum')]], { flow: true }) : undefined],
    [
      'unmatched',
      draft.nameless === 0
        ? undefined
        : guessed({
            value: 'drop',
            todo: true,
            why: `${draft.nameless} rows name no company; the other choice is error`,
          }),
    ],
    [
      'waves',
      map(
        waves.map((wave) => [waveKey(wave.id), waveNode(wave, raw)]),
        { above: new Map(waves.map(({ id }) => [waveKey(id), id.why ?? ''])) },
      ),
    ],
  ])
  return print(document, root, introduction, ending(draft))
}

function languages({ value, why }: Guess<string>): Node {
  const node = list([value])
  node.comment = ` ${why ?? ''}`
  return node
}

function ending({ waves, alike, companies }: Draft): string[] {
  const unused = waves.flatMap(({ id, unused: lines }) =>
    lines.length === 0
      ? []
      : [`Columns of wave ${id.value} that nothing uses:`, ...lines.map((line) => `  ${line}`)],
  )
  const same =
    alike.length === 0
      ? []
      : ['Names in companies.csv that may mean one company:', ...alike.map((line) => `  ${line}`)]
  const isNumbered =
    waves.length > 1 && companies.some(({ codes }) => codes.some((code) => /:\d+$/.test(code)))
  const numbered = isNumbered
    ? [
        'A number in companies.csv is taken for one company in all waves that have it. Suppliers renumber: move its codes where it is not.',
      ]
    : []
  return [...numbered, ...same, ...unused]
}

const cell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
const row = (cells: readonly string[]): string => cells.map(cell).join(',')
const waiting = ({ value, todo }: Guess<string>): string => (todo === true ? `TODO ${value}`.trim() : value)

function companiesText(companies: readonly DraftCompany[]): string {
  const rows = companies.map(({ id, name, industry, codes }) => [
    id,
    waiting(name),
    waiting(industry),
    codes.join('|'),
  ])
  const none = ['TODO', 'TODO', 'TODO', '']
  return `${[['company_id', 'name', 'industry', 'codes'], ...(rows.length === 0 ? [none] : rows)].map(row).join('\n')}\n`
}

/** The files of a first study folder; `raw`: the folder of the raw files as the contract names it. */
export function write(draft: Draft, raw = 'raw'): DraftFile[] {
  const industries = draft.industries.map(({ id, name }) => row([id, name]))
  return [
    { name: 'study.yaml', text: studyText(draft, raw) },
    { name: 'companies.csv', text: companiesText(draft.companies) },
    ...(industries.length === 0
      ? []
      : [{ name: 'industries.csv', text: `${['industry_id,name', ...industries].join('\n')}\n` }]),
  ]
}
