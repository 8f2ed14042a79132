import { writeFileSync } from 'node:fs'
import { studyJsonSchema } from '../pipeline/contract/json-schema.ts'

writeFileSync(
  new URL('study.schema.json', import.meta.url),
  `${JSON.stringify(studyJsonSchema(), null, 2)}\n`,
)
