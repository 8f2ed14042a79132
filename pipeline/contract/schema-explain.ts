/** The parts of study.yaml that explain scores: touchpoints, drivers, segments, model, beliefs, experiments. */
import { z } from 'zod'
import { id, line, name, names, scale, text } from './parts.ts'

/** A place where customer and company meet. */
export const touchpoint = z.strictObject({
  label: text.optional().describe('the name of the touchpoint'),
  channel: line.optional().describe('for example digital or physical'),
  owner: line.optional().describe('the department that owns it'),
  step: line.optional().describe("the step of the customer's journey"),
  expected: name.describe('the item that asks what was expected'),
  experienced: name.describe('the item that asks what was experienced'),
})

/** Which indices may explain the outcome. */
export const drivers = z.strictObject({
  outcome: name.describe('the index to be explained'),
  of: names.describe('the indices that may explain it'),
})

/** A way to divide respondents. */
export const segment = z.strictObject({
  label: text.optional().describe('the name of the segment'),
  column: name.describe('the role of its column, as under columns of a wave'),
  categories: z
    .record(z.string(), text)
    .optional()
    .describe('what the values mean: { 1: Careful, 2: Curious }'),
})

const scheme = z
  .enum(['path', 'centroid', 'factorial'])
  .default('path')
  .describe('the inner weighting scheme of the estimation')

const ownModel = z.strictObject({
  constructs: z.record(id, names).describe('the items of each construct: { image: [im1, im2] }'),
  paths: z
    .array(z.tuple([name, name]))
    .min(1)
    .describe('the arrows between constructs: [[image, satisfaction]]'),
  scheme,
})

const readyModel = z.strictObject({
  name: z.enum(['ecsi', 'acsi', 'ncsb', 'epsi']).describe('the ready-made model'),
  items: z.record(id, names).describe('the items of each of its constructs: { image: [im1, im2] }'),
  scheme,
})

/** The structural model: an own one, or a ready-made one with a mapping of items. */
export const model = z.union([ownModel, readyModel])

/** What companies think that customers answer. */
export const beliefs = z.strictObject({
  file: line.default('beliefs.csv').describe("the companies' answers"),
  scale: scale.describe('the lowest and the highest answer'),
  superior: z.number().optional().describe('from this answer on counts as superior'),
  indices: z
    .record(
      z.string(),
      z.strictObject({
        items: names.describe('the columns of the file that ask about the index'),
        priority: name.optional().describe('the column that asks how important it is'),
      }),
    )
    .default({})
    .describe('by index: the columns that ask about it'),
  touchpoints: z
    .record(
      z.string(),
      z.strictObject({ intended: name.describe('the column that asks for the intended level') }),
    )
    .default({})
    .describe('by touchpoint: the column of the intended level'),
})

/** A split ballot: who got which order of questions. */
export const experiment = z.strictObject({
  column: name.describe('the role or column that tells the halves apart'),
  label: text.optional().describe('the name of the experiment'),
  categories: z
    .record(z.string(), text)
    .optional()
    .describe('what the values mean: { first: Digital questions first, last: Digital questions last }'),
})

/** A column recoded into groups. */
export const variable = z.strictObject({
  groups: z
    .record(
      z.string(),
      z.tuple([
        z.number().describe('the lowest value of the group'),
        z.number().describe('the highest value'),
      ]),
    )
    .describe('the lowest and the highest value of each group: { "18-29": [18, 29] }'),
})
