/** The small parts the contract is made of: ids, names, texts, dates, scales. */
import { z } from 'zod'

const idPattern = /^(?!(?:[Aa][Ll][Ll]|BLANK)$)[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/

/** What an id may look like, for messages. */
export const idRule =
  'an id has letters a-z, digits, _ and - (and . but not first), at most 64 of them, and is not all, BLANK or a reserved word such as constructor'

/** `constructor`, `toString`, `__proto__` and the like are found in every object. */
const isInherited = (value: string): boolean => value in Object.prototype

/** True for an id that is safe as a file name, in an address and as a key. */
export const isId = (value: string): boolean => idPattern.test(value) && !isInherited(value)

/** An id: it becomes a file name and a part of addresses. */
export const id = z
  .string()
  .regex(idPattern, idRule)
  .refine((value) => !isInherited(value), idRule)

/** A language code: the first part of addresses. */
export const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language is a code such as nb, en or pt-BR')

/** A name written elsewhere: an item, a wave, a column. Unquoted numbers are names too. */
export const name = z.union([z.string().min(1), z.number()]).transform(String)

/** One line for the machine room: a person, an address, a channel. */
export const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}]*$/u, 'take out the control characters and line breaks')

const prose = z
  .string()
  .trim()
  .min(1)
  .regex(/^(?:[^\p{Cc}]|[\n\t])*$/u, 'take out the control characters')

/** A plain string, or one text per language of the study. */
export const text = z.union([prose, z.record(language, prose)])

/** A calendar day. */
export const date = z.iso.date('write a day that exists, as 2025-01-31')

/** A day, a month or a year. */
export const day = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write 2026, 2026-01 or 2026-01-31'))

/** Scales lie within these limits: every answer has a row of its own in the distributions. */
const answer = z.int().min(-100).max(1000)

/** The answers of an item, from lowest to highest, in whole numbers. */
export const scale = z.strictObject({
  min: answer.describe('the lowest answer, a whole number'),
  max: answer.describe('the highest answer, a whole number'),
})

/** What a file writes, before it is given a meaning. */
export const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String)

/** Why an answer is missing. */
export const missingKind = z.enum(['dont_know', 'refused', 'not_asked', 'not_applicable'])

/** A list that names at least one. */
export const names = z.array(name).min(1)
