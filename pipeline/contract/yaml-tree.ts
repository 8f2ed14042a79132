/** Walks over a parsed YAML document: lines of paths, doubtful keys and aliases. */
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Pair, visit, type YAMLMap } from 'yaml'
import type { Mistake } from '../errors.ts'

/** Where a value stands: keys and list positions from the top. */
export type Path = readonly (string | number)[]

/** Finds the line of the key or list entry at a path, or of the nearest part above it that exists. */
export function lineFinder(
  document: Document,
  lineAt: (offset: number) => number,
): (path: Path) => number | undefined {
  const indexed = new Map<YAMLMap, Map<string, Pair>>()
  const pairsOf = (map: YAMLMap): Map<string, Pair> => {
    const pairs =
      indexed.get(map) ??
      new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]))
    indexed.set(map, pairs)
    return pairs
  }
  return (path) => {
    let node: unknown = document.contents
    let line: number | undefined
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document)
      let next: unknown
      let place: unknown
      if (isMap(node)) {
        const pair = pairsOf(node).get(String(step))
        place = pair?.key
        next = pair?.value
      } else if (isSeq(node)) {
        place = node.items[Number(step)]
        next = place
      }
      if (!isNode(place)) return line
      if (place.range) line = lineAt(place.range[0])
      node = next
    }
    return line
  }
}

/** Keys that stand twice or cannot be, and aliases of nothing. */
export function doubtful(
  document: Document,
  lineAt: (offset: number) => number,
  place: (line: number) => string,
): Mistake[] {
  const mistakes: Mistake[] = []
  const anchors = new Set<string>()
  const remember = (_: unknown, { anchor }: { anchor?: string | undefined }): void => {
    if (anchor !== undefined) anchors.add(anchor)
  }
  visit(document, {
    Scalar: remember,
    Seq: remember,
    Alias(_, { source, range }) {
      if (!anchors.has(source))
        mistakes.push({
          what: 'not valid YAML: an alias of nothing',
          value: `*${source}`,
          where: place(lineAt(range?.[0] ?? 0)),
          hint: `put quotes around it, or write the anchor &${source} above`,
        })
    },
    Map(_, map) {
      remember(_, map)
      const seen = new Map<string, number>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        const value = String(key.value)
        const line = lineAt(key.range?.[0] ?? 0)
        const where = place(line)
        const first = seen.get(value)
        if (value === '__proto__')
          mistakes.push({ what: 'not a possible key', value, where, hint: 'choose another name' })
        else if (first !== undefined)
          mistakes.push({
            what: 'the key stands twice',
            value,
            where,
            hint: `it stands on line ${first} already; remove one of them`,
          })
        else seen.set(value, line)
      }
    },
  })
  return mistakes
}

/** Unquoted `007` is a code, not the number 7. */
export function keepLeadingZeros(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      const { source, value } = node
      if (typeof value === 'number' && source !== undefined && /^[-+]?0\d+$/.test(source)) node.value = source
    },
  })
}

/** The start of the quoted text that reaches the end of the file. */
export function openQuote(document: Document, end: number): number | undefined {
  let start: number | undefined
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[1] >= end) start = range[0]
    },
  })
  return start
}
