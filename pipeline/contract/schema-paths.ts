/** Walks a zod schema along a path: what a place may hold, what it is for, whether it may be left out. */
import { z } from 'zod'
import type { Path } from './yaml-tree.ts'

/** A zod schema of any kind. */
export type Schema = z.core.$ZodType

const isOptional = (schema: Schema): schema is z.ZodOptional | z.ZodDefault | z.ZodPrefault =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault

/** The schemas a value may follow, without wrappers. */
function bare(schema: Schema): Schema[] {
  if (isOptional(schema) || schema instanceof z.ZodNullable) return bare(schema.def.innerType)
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
export function meaning(schema: Schema, path: Path): string | undefined {
  for (const place of [path, path.slice(0, -1)])
    for (const part of schemasAt(schema, place)) {
      const description = z.globalRegistry.get(part)?.description
      const key = place.findLast((step) => typeof step === 'string')
      if (description !== undefined && key !== undefined) return `${key}: ${description}`
    }
  return undefined
}

/** The keys that the part at this path may have. */
export const keysAt = (schema: Schema, path: Path): string[] =>
  schemasAt(schema, path)
    .flatMap(bare)
    .flatMap((part) => (part instanceof z.ZodObject ? Object.keys(part.shape) : []))

/** The nearest part, at the path or above, that may be left out; of those at the top, any. */
export function dispensable(schema: Schema, path: Path): Path {
  for (let length = path.length; length > 1; length--) {
    const place = path.slice(0, length)
    const holders = schemasAt(schema, place.slice(0, -1)).flatMap(bare)
    const free =
      holders.some((part) => part instanceof z.ZodRecord) || schemasAt(schema, place).every(isOptional)
    if (free && typeof place.at(-1) === 'string') return place
  }
  return path.slice(0, 1)
}
