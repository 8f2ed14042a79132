/** What zod found, said to the person who wrote the file. */
import type { z } from 'zod'
import { hintFor, nearest } from './nearest.ts'
import { type Report, spoken } from './report.ts'
import { keysAt, meaning, type Schema } from './schema-paths.ts'
import { isKeyed, valueAt } from './values.ts'
import { given } from './words.ts'
import type { Source } from './yaml.ts'
import type { Path } from './yaml-tree.ts'

type Issue = z.core.$ZodIssue

const kinds: Partial<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'keys with values',
  record: 'keys with values',
  array: 'a list',
  tuple: 'a list',
  'string|record': 'a text, or one text per language',
  'string|number': 'a name',
  'string|number|boolean': 'one value',
  'string|array': 'a text or a list',
}

function shown(value: unknown): { value?: string; tail: string } {
  if (value === null || value === undefined || value === '') return { tail: ', and is empty' }
  if (Array.isArray(value)) return { tail: ', not a list' }
  if (typeof value === 'object') return { tail: ', not keys with values' }
  return { value: String(value), tail: '' }
}

/** Inside a union, the branch that was most likely meant; none when the value is of no branch's kind. */
function branch(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = errors.filter(
    (issues) => !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0),
  )
  return [...fitting].sort((a, b) => a.length - b.length)[0]
}

function limit(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return 'must not be empty'
    if (issue.origin === 'array')
      return issue.minimum === 1 ? 'must name at least one' : `must have ${issue.minimum} entries`
    return issue.inclusive ? `must be at least ${issue.minimum}` : `must be more than ${issue.minimum}`
  }
  if (issue.origin === 'array') return `must have ${issue.maximum} entries`
  return issue.inclusive ? `must be at most ${issue.maximum}` : `must be less than ${issue.maximum}`
}

/**
 * Reports the issues of one file as mistakes with nearest known keys and what to do. Returns the paths that are
 * faulty: those of unknown keys, and of wrong and missing values.
 */
export function reportIssues(
  report: Report,
  schema: Schema,
  source: Source,
  issues: readonly Issue[],
): Path[] {
  const suggested = new Set<string>()
  const faulty: Path[] = []
  const { add } = report
  const hint = (path: Path): { hint?: string } => {
    if (path.length === 0) return { hint: 'write keys and values, such as `id: my-study`' }
    return given({ hint: meaning(schema, path) })
  }

  function wrong(path: Path, what: string, more: { hint?: string } = hint(path)): void {
    const { value } = shown(valueAt(source.value, path))
    const subject = path.length === 0 ? 'the file' : spoken(path)
    add(path, { what: `${subject} ${what}`, ...given({ value }), ...more })
  }

  const wrongKind = (path: Path, expected: string): void =>
    wrong(path, `must be ${kinds[expected] ?? expected}${shown(valueAt(source.value, path)).tail}`)

  function missing(path: Path): void {
    const above = path.slice(0, -1)
    const key = String(path.at(-1))
    if (suggested.has(JSON.stringify(path))) return
    const parent = valueAt(source.value, above)
    const shape = keysAt(schema, above)
    const others = isKeyed(parent) ? Object.keys(parent).filter((other) => !shape.includes(other)) : []
    const meant = nearest(key, others)
    add(above, {
      what: `${spoken(path)} is missing`,
      hint:
        meant === undefined ? `add ${meaning(schema, path) ?? key}` : `did you write ${meant} for ${key}?`,
    })
  }

  function unknownKeys(path: Path, keys: readonly string[]): void {
    const known = keysAt(schema, path)
    for (const key of keys) {
      const meant = nearest(key, known)
      faulty.push([...path, key])
      if (meant !== undefined) suggested.add(JSON.stringify([...path, meant]))
      const place = path.length === 0 ? '' : ` in ${spoken(path)}`
      add([...path, key], { what: `unknown key${place}`, value: key, hint: hintFor(key, known, 'keys') })
    }
  }

  function absent(path: Path): boolean {
    const parent = valueAt(source.value, path.slice(0, -1))
    const key = path.at(-1)
    return typeof key === 'string' && isKeyed(parent) && !Object.hasOwn(parent, key)
  }

  function union(path: Path, errors: readonly (readonly Issue[])[]): void {
    const meant = branch(errors)
    if (meant !== undefined) {
      for (const part of inOrder(meant)) tell(part, path)
      return
    }
    faulty.push(path)
    const types = errors.flatMap((part) =>
      part.flatMap((one) => (one.code === 'invalid_type' ? [one.expected] : [])),
    )
    wrongKind(path, [...new Set(types)].join('|'))
  }

  function noneOf(path: Path, known: readonly string[]): void {
    const value = valueAt(source.value, path)
    const meant = typeof value === 'string' ? nearest(value, known) : undefined
    wrong(
      path,
      `must be ${known.join(' or ')}`,
      meant === undefined ? hint(path) : { hint: `did you mean ${meant}?` },
    )
  }

  function wrongKey(path: Path, rule: string | undefined): void {
    add(path, {
      what: `${spoken(path.slice(0, -1))}: not a possible key`,
      value: String(path.at(-1)),
      ...given({ hint: rule }),
    })
  }

  function tell(issue: Issue, above: Path): void {
    const path: Path = [
      ...above,
      ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
    ]
    if (issue.code === 'unrecognized_keys') {
      unknownKeys(path, issue.keys)
      return
    }
    if (issue.code === 'invalid_union' && !absent(path)) {
      union(path, issue.errors)
      return
    }
    faulty.push(path)
    if (absent(path)) missing(path)
    else if (issue.code === 'invalid_type') wrongKind(path, issue.expected)
    else if (issue.code === 'invalid_value') noneOf(path, issue.values.map(String))
    else if (issue.code === 'too_small' || issue.code === 'too_big') wrong(path, limit(issue))
    else if (issue.code === 'invalid_format' || issue.code === 'custom')
      wrong(path, 'is not well formed', { hint: issue.message })
    else if (issue.code === 'invalid_key') wrongKey(path, issue.issues[0]?.message)
    else wrong(path, issue.message)
  }

  for (const issue of inOrder(issues)) tell(issue, [])
  return faulty
}

/** Unknown keys first: a key that was only misspelt is then not missing as well. */
const inOrder = (issues: readonly Issue[]): Issue[] =>
  [...issues].sort((a, b) => Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys'))
