/** What a person has still to decide: values that start with TODO, as `barometer init` writes them. */
import { type Document, isScalar, visit } from 'yaml'
import type { Mistake } from '../errors.ts'
import type { Row } from './register.ts'

/** True for a value that waits for a decision. */
export const isTodo = (value: unknown): boolean => typeof value === 'string' && /^\s*TODO\b/.test(value)

/** What a mistake says that waits for a decision. */
export const open = 'still to decide'

const mistake = (value: string, where: string): Mistake => ({
  what: open,
  value,
  where,
  hint: 'write the answer, or take out the word TODO to accept what follows it',
})

/** Every key, value and list entry of a YAML file that starts with TODO, by line. */
export function todosIn(
  document: Document,
  lineAt: (offset: number) => number,
  place: (line: number) => string,
): Mistake[] {
  const found: Mistake[] = []
  visit(document, {
    Scalar(key, node, ancestors) {
      if (!isTodo(node.value)) return
      const line = lineAt(node.range?.[0] ?? 0)
      const above = ancestors.flatMap((ancestor) =>
        'key' in ancestor && isScalar(ancestor.key) ? [String(ancestor.key.value)] : [],
      )
      const path = key === 'key' ? above.slice(0, -1) : above
      found.push(mistake([...path, ''].join(': ') + String(node.value).trim(), place(line)))
    },
  })
  return found
}

/** Every cell of a register that starts with TODO, one mistake for each row. */
export function todosOf(rows: readonly Row[], columns: readonly string[]): Mistake[] {
  return rows.flatMap(({ where, cell }) => {
    const waiting = columns.filter((column) => isTodo(cell(column)))
    return waiting.length === 0
      ? []
      : [mistake(waiting.map((column) => `${column}: ${cell(column)}`).join(', '), where)]
  })
}

/** The mistakes without those that come from a value on the same line that waits for a decision. */
export function besideTodos<T extends Mistake>(mistakes: readonly T[]): T[] {
  const lines = new Set(mistakes.filter(({ what }) => what === open).map(({ where }) => where))
  return mistakes.filter(({ what, where }) => what === open || where === undefined || !lines.has(where))
}
