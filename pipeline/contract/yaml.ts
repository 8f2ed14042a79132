/** YAML text to plain values that remember their lines. */
import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { Mistake } from '../errors.ts'
import { todosIn } from './todo.ts'
import { doubtful, keepLeadingZeros, lineFinder, openQuote, type Path } from './yaml-tree.ts'
import { plainly } from './yaml-words.ts'

/** A YAML file as read: its value, or what is wrong with it. */
export interface Source {
  value: unknown
  mistakes: Mistake[]
  /** what waits for a decision */
  todos: Mistake[]
  /** File and line of the key or list entry at this path, or of the nearest part above it that exists. */
  where: (path: Path) => string
}

/** Enough for a study of thousands of companies; more is a mistake or an attack. */
const longest = 4_000_000
/** `missing: *codes` on each of hundreds of items is normal use; aliases of aliases multiply. */
const mostAliases = 10_000

const tooDeep = (file: string): Mistake => ({
  what: 'not valid YAML: nested too deeply',
  where: file,
  hint: 'write it with fewer levels',
})

function syntaxMistake(document: Document, error: YAMLError, place: (offset: number) => string): Mistake {
  const { what, hint } = plainly(error)
  const quote = error.code === 'MISSING_CHAR' ? openQuote(document, error.pos[0]) : undefined
  return { what: `not valid YAML: ${what}`, where: place(quote ?? error.pos[0]), hint }
}

/** Reads one YAML file; mistakes carry their lines, whatever the text does. */
export function parseYaml(file: string, text: string): Source {
  const broken = (...mistakes: Mistake[]): Source => ({
    value: undefined,
    mistakes,
    todos: [],
    where: () => file,
  })
  if (text.length > longest)
    return broken({
      what: 'the file is too long',
      value: `${text.length} characters`,
      where: file,
      hint: `at most ${longest}`,
    })
  try {
    const lineCounter = new LineCounter()
    const document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      uniqueKeys: false,
      stringKeys: true,
    })
    const lineAt = (offset: number): number => lineCounter.linePos(offset).line
    const place = (line: number): string => `${file} line ${line}`
    const errors = [...document.errors, ...document.warnings]
    if (errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return broken(tooDeep(file))
    const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT')
    // What follows the first mistake in the form often comes of it.
    const told = tabs.length > 0 ? tabs : errors.slice(0, 1)
    if (told.length > 0)
      return broken(...told.map((error) => syntaxMistake(document, error, (offset) => place(lineAt(offset)))))
    const mistakes = doubtful(document, lineAt, place)
    if (mistakes.length > 0) return broken(...mistakes)
    keepLeadingZeros(document)
    const value: unknown = document.toJS({ maxAliasCount: mostAliases })
    const line = lineFinder(document, lineAt)
    const where = (path: Path): string => {
      const found = line(path)
      return found === undefined ? file : place(found)
    }
    return { value, mistakes: [], todos: todosIn(document, lineAt, place), where }
  } catch (error) {
    if (error instanceof RangeError) return broken(tooDeep(file))
    if (error instanceof ReferenceError)
      return broken({
        what: 'not valid YAML: too many aliases',
        where: file,
        hint: 'write the texts out instead of *names that hold *names',
      })
    throw error
  }
}
