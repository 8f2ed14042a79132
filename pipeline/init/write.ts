/** A draft → the files of the study folder. A pure function. */
import { Document } from 'yaml'
import { type Draft, type DraftIndex, type Guess, written } from './draft.ts'
import { groupsNode, itemsNode, segmentNode } from './write-items.ts'
import { companiesText, industriesText } from './write-registers.ts'
import { waveNode } from './write-wave.ts'
import { guessed, keyed, list, map, type Node, print, reasons, scalar, some } from './yaml.ts'

/** A file of the study folder. */
export interface DraftFile {
  name: string
  text: string
}

const introduction = [
  'A first contract, guessed from the answers. The comments say what each guess rests on.',
  'TODO marks what a person must decide: write the answer, or take out the word TODO to accept what follows it.',
  '`barometer check` lists what is left to decide, then reads all answers by this contract.',
]

function studyText(draft: Draft, raw: string): string {
  const { items, indices, net_promoter, segments, waves, touchpoints } = draft
  const document = new Document()
  const groups = segments.flatMap(({ id, groups: own }) =>
    own === undefined ? [] : [[id, groupsNode(own)] as const],
  )
  const indexNode = ({ label, items: members }: DraftIndex) =>
    keyed({ items: list(members), label: guessed(label) })
  const root = keyed({
    id: scalar(draft.id),
    title: guessed(draft.title),
    publisher: keyed({ name: guessed(draft.publisher) }),
    licence: guessed(draft.licence),
    languages: languages(draft.language),
    items:
      some(items, (all) => itemsNode(document, all)) ??
      scalar('TODO', 'no column looks like a question on a scale: the columns are listed below'),
    indices:
      some(indices, (all) =>
        map(
          all.map((index) => [index.id, indexNode(index)]),
          { above: reasons(all) },
        ),
      ) ?? scalar('TODO', 'no items, no index'),
    net_promoter: net_promoter && keyed({ item: guessed(net_promoter) }),
    touchpoints: some(touchpoints, (all) =>
      map(
        all.map(({ id, expected, experienced }) => [
          id,
          keyed({ expected: scalar(expected), experienced: scalar(experienced) }, { flow: true }),
        ]),
      ),
    ),
    segments: some(segments, (all) =>
      map(
        all.map((segment) => [segment.id, segmentNode(segment)]),
        { above: reasons(all) },
      ),
    ),
    variables: some(groups, map),
    design: draft.stratified ? keyed({ strata: scalar('stratum') }, { flow: true }) : undefined,
    unmatched:
      draft.nameless === 0
        ? undefined
        : guessed({
            value: 'drop',
            todo: true,
            why: `${draft.nameless} rows name no company; the other choice is error`,
          }),
    waves: map(
      waves.map((wave) => [written(wave.id), waveNode(wave, raw)]),
      { above: new Map(waves.map(({ id }) => [written(id), id.why ?? ''])) },
    ),
  })
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

/** The files of a first study folder; `raw`: the folder of the raw files as the contract names it. */
export function write(draft: Draft, raw = 'raw'): DraftFile[] {
  const industries = industriesText(draft)
  return [
    { name: 'study.yaml', text: studyText(draft, raw) },
    { name: 'companies.csv', text: companiesText(draft) },
    ...(industries === undefined ? [] : [{ name: 'industries.csv', text: industries }]),
  ]
}
