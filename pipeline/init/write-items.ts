/** Items and segments of the contract as YAML. */
import type { Document, YAMLMap } from 'yaml'
import type { DraftItem, DraftSegment } from './draft.ts'
import { guessed, keyed, list, map, type Node, reasons, scalar } from './yaml.ts'

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

/** All items. */
export function itemsNode(document: Document, items: readonly DraftItem[]): Node {
  const codes = codesOf(document)
  return map(
    items.map((item) => {
      const { text, scale } = item
      const isPlain = scale.min.todo !== true && scale.max.todo !== true
      const limits = keyed({ min: guessed(scale.min), max: guessed(scale.max) }, { flow: isPlain })
      return [item.id, keyed({ text: guessed(text), scale: limits, missing: codes(item) })]
    }),
    { above: reasons(items) },
  )
}

/** A segment with the categories of its column. */
export const segmentNode = ({ id, categories, groups }: DraftSegment): Node =>
  keyed({
    column: scalar(id),
    categories:
      groups === undefined
        ? map([...categories].map(([value, label]) => [value, guessed(label)]))
        : undefined,
  })

/** The groups that a column of numbers is put into. */
export const groupsNode = (groups: NonNullable<DraftSegment['groups']>): Node =>
  keyed({ groups: map(Object.entries(groups).map(([name, limits]) => [name, list(limits.map(String))])) })
