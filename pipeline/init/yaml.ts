/** YAML nodes with comments, for a contract that says what it rests on. */
import { type Document, Pair, Scalar, stringify, YAMLMap, YAMLSeq } from 'yaml'
import { type Guess, written } from './draft.ts'
import { oneLine } from './segments.ts'

export type Node = Scalar | YAMLMap | YAMLSeq | ReturnType<Document['createAlias']>

/** A comment in one line, whatever it was made from. */
const remark = (text: string): string => ` ${oneLine(text).slice(0, 240)}`

/** A key that reads as a number where that changes nothing: `98`, not `"98"`; `007` stays a text. */
const keyOf = (name: string): Scalar => new Scalar(/^(0|-?[1-9]\d{0,8})$/.test(name) ? Number(name) : name)

/** A plain value; `why` stands behind it. */
export function scalar(value: string | number | null, why?: string): Scalar {
  const node = new Scalar(value)
  if (why !== undefined && why !== '') node.comment = remark(why)
  return node
}

/** A guess: with TODO in front where a person must decide, quoted where what follows TODO needs quotes. */
export function guessed(guess: Guess<string | number | null>): Scalar {
  const { value, todo, why } = guess
  if (todo !== true) return scalar(value, why)
  const node = scalar(written(guess), why)
  if (typeof value === 'string' && value !== '' && /^['"|>]/.test(stringify(value, { lineWidth: 0 })))
    node.type = 'QUOTE_DOUBLE'
  return node
}

/** A map; entries without a node are left out. `above`: comments on lines of their own, by key. */
export function map(
  entries: readonly (readonly [string, Node | undefined])[],
  { above = new Map(), flow = false }: { above?: ReadonlyMap<string, string>; flow?: boolean } = {},
): YAMLMap {
  const node = new YAMLMap()
  node.flow = flow
  for (const [name, value] of entries) {
    if (value === undefined) continue
    const key = keyOf(name)
    const comment = above.get(name)
    if (comment !== undefined && comment !== '') key.commentBefore = remark(comment)
    node.items.push(new Pair(key, value))
  }
  return node
}

/** A map of known keys. */
export const keyed = (
  parts: Readonly<Record<string, Node | undefined>>,
  options?: Parameters<typeof map>[1],
) => map(Object.entries(parts), options)

/** Nothing where there is nothing to write. */
export const some = <T>(all: readonly T[], node: (all: readonly T[]) => Node): Node | undefined =>
  all.length === 0 ? undefined : node(all)

/** What each part rests on, by its id. */
export const reasons = (parts: readonly { id: string; why: string }[]): Map<string, string> =>
  new Map(parts.map(({ id, why }) => [id, why]))

/** A list in one line. */
export function list(values: readonly string[]): YAMLSeq {
  const node = new YAMLSeq()
  node.flow = true
  for (const value of values)
    node.items.push(/^[1-9]\d{0,8}$/.test(value) ? new Scalar(Number(value)) : new Scalar(value))
  return node
}

/** Lines of comment. */
const remarks = (lines: readonly string[]): string => lines.map(remark).join('\n')

const isLong = (value: unknown): boolean => value instanceof YAMLMap && value.flow !== true

/** A document under a first comment and above a last one, an empty line before each of its larger parts. */
export function print(
  document: Document,
  root: YAMLMap,
  first: readonly string[],
  last: readonly string[],
): string {
  for (const { key, value } of root.items) if (key instanceof Scalar) key.spaceBefore = isLong(value)
  document.contents = root as unknown as typeof document.contents
  document.commentBefore = remarks(first)
  if (last.length > 0) document.comment = remarks(last)
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}
