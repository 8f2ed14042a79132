/** What zod found, said to the person who wrote the file. */
import { z } from 'zod'
import { hintFor, nearest } from './nearest.ts'
import { type Report, spoken } from './report.ts'
import { given } from './words.ts'
import type { Source } from './yaml.ts'
import type { Path } from './yaml-tree.ts'

type Issue = z.core.$ZodIssue
type Schema = z.core.$ZodType

const isKeyed = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)]
    else if (isKeyed(at) && Object.hasOwn(at, String(step))) at = at[String(step)]
    else return undefined
  }
  return at
}

/** The schemas a value may follow, without wrappers. */
function bare(schema: Schema): Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return bare(schema.def.innerType)
  if (schema instanceof z.ZodNullable) return bare(schema.def.innerType)
  if (schema instanceof z.ZodPipe) return bare(schema.def.in)
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(bare)
  return [schema]
}

function inside(schema: Schema, step: string | number): Schema[] {
  if (schema instanceof z.ZodObject) {
    const part: Schema | undefined = Object.hasOwn(schema.shape, String(step))
      ? schema.shape[String(step)]
      : undefined
    return part === undefined ? [] : [part]
  }
  if (schema instanceof z.ZodRecord) return [schema.def.valueType]
  if (schema instanceof z.ZodArray) return [schema.def.element]
  if (schema instanceof z.ZodTuple) return schema.def.items.slice(Number(step), Number(step) + 1)
  return []
}

const schemasAt = (schema: Schema, path: Path): Schema[] =>
  path.reduce<Schema[]>((at, step) => at.flatMap(bare).flatMap((part) => inside(part, step)), [schema])

/** What the key at this path is for, or the key above it. */
function meaning(schema: Schema, path: Path): string | undefined {
  for (const place of [path, path.slice(0, -1)])
    for (const part of schemasAt(schema, place)) {
      const description = z.globalRegistry.get(part)?.description
      const key = place.findLast((step) => typeof step === 'string')
      if (description !== undefined && key !== undefined) return `${key}: ${description}`
    }
  return undefined
}

const keysAt = (schema: Schema, path: Path): string[] =>
  schemasAt(schema, path)
    .flatMap(bare)
    .flatMap((part) => (part instanceof z.ZodObject ? Object.keys(part.shape) : []))

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

/** Reports the issues of one file as mistakes with nearest known keys and what to do. */
export function reportIssues(report: Report, schema: Schema, source: Source, issues: readonly Issue[]): void {
  const suggested = new Set<string>()
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

  function tell(issue: Issue, above: Path): void {
    const path: Path = [
      ...above,
      ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
    ]
    if (issue.code === 'unrecognized_keys') unknownKeys(path, issue.keys)
    else if (absent(path)) missing(path)
    else if (issue.code === 'invalid_union') {
      const meant = branch(issue.errors)
      if (meant !== undefined) for (const part of inOrder(meant)) tell(part, path)
      else {
        const types = issue.errors.flatMap((part) =>
          part.flatMap((one) => (one.code === 'invalid_type' ? [one.expected] : [])),
        )
        wrongKind(path, [...new Set(types)].join('|'))
      }
    } else if (issue.code === 'invalid_type') wrongKind(path, issue.expected)
    else if (issue.code === 'invalid_value') {
      const known = issue.values.map(String)
      const value = valueAt(source.value, path)
      const meant = typeof value === 'string' ? nearest(value, known) : undefined
      wrong(
        path,
        `must be ${known.join(' or ')}`,
        meant === undefined ? hint(path) : { hint: `did you mean ${meant}?` },
      )
    } else if (issue.code === 'too_small' || issue.code === 'too_big') wrong(path, limit(issue))
    else if (issue.code === 'invalid_format') wrong(path, 'is not well formed', { hint: issue.message })
    else if (issue.code === 'invalid_key') {
      const rule = issue.issues[0]?.message
      add(path, {
        what: `${spoken(path.slice(0, -1))}: not a possible key`,
        value: String(path.at(-1)),
        ...(rule === undefined ? {} : { hint: rule }),
      })
    } else wrong(path, issue.message)
  }

  for (const issue of inOrder(issues)) tell(issue, [])
}

/** Unknown keys first: a key that was only misspelt is then not missing as well. */
const inOrder = (issues: readonly Issue[]): Issue[] =>
  [...issues].sort((a, b) => Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys'))
