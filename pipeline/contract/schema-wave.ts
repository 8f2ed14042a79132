/** One wave of study.yaml: where the answers are and how the file is to be read. */
import { z } from 'zod'
import { cell, date, line, name, text } from './parts.ts'

const csv = z.strictObject({
  delimiter: z
    .string()
    .length(1, 'write one character, as ";" or "\\t"')
    .optional()
    .describe('the character between two values'),
  encoding: line.optional().describe('for example latin-1'),
  decimal: z.enum(['.', ',']).default('.').describe('the decimal mark'),
  header_rows: z
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe('rows before the first answer; the first holds the names'),
})

const columns = z
  .object({
    respondent: name.describe('the column of the respondent id'),
    company: name.describe('the column that names the company rated'),
  })
  .catchall(name)

/** One round of fieldwork. */
export const wave = z.strictObject({
  file: z
    .union([line, z.array(line).min(1)])
    .describe('the file of answers, or a list of files: .csv .csv.gz .parquet .arrow .sav .zsav .xlsx .json'),
  fieldwork: z.tuple([date, date]).optional().describe('first and last day: [2025-01-10, 2025-03-02]'),
  mode: text.optional().describe('how people were asked, for example web panel'),
  columns: columns.describe("role → the file's column: { respondent: resp_id, company: company, weight: w }"),
  values: z
    .record(z.string(), z.record(z.string(), cell))
    .default({})
    .describe('by role or item: what the file writes → what the contract means'),
  items: z
    .record(z.string(), name.nullable())
    .default({})
    .describe("item → the file's column where it has another name; null: not asked in this wave"),
  rows: z
    .strictObject({
      column: name.describe('the column that tells the waves apart'),
      equals: cell.describe('its value for this wave'),
    })
    .optional()
    .describe('which rows of the file belong to this wave'),
  slots: z
    .array(name)
    .min(1)
    .optional()
    .describe('ratings side by side on one line per respondent: what {slot} in column names stands for'),
  csv: csv.prefault({}).describe('only what detection cannot tell'),
})
