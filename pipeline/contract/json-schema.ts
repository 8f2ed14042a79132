/** study.yaml as a JSON Schema, for editors. */
import { z } from 'zod'
import { contractSchema } from './schema.ts'

/** The JSON Schema (draft 2020-12) of study.yaml as it is written, before defaults. */
export function studyJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(contractSchema, { io: 'input', target: 'draft-2020-12' })
  return { $schema, title: 'study.yaml of the open customer barometer', ...schema }
}
