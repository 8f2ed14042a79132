/** study.yaml as a zod schema: every key, its meaning and its default. */
import { z } from 'zod'
import { day, id, language, line, missingKind, name, names, scale, text } from './parts.ts'
import { beliefs, drivers, experiment, model, segment, touchpoint, variable } from './schema-explain.ts'
import { wave } from './schema-wave.ts'

const item = z.strictObject({
  text: text.describe('the question as it was asked'),
  scale: scale.describe('the lowest and the highest answer: { min: 1, max: 10 }'),
  reverse: z.boolean().default(false).describe('true where a high answer is bad'),
  missing: z
    .record(z.string(), missingKind)
    .default({})
    .describe('codes that are no answer: { 98: dont_know, BLANK: not_asked }; BLANK is an empty value'),
})

const index = z.strictObject({
  items: names.describe('the items the index is made of, in a list'),
  label: text.optional().describe('the name of the index on the site'),
  why: text.optional().describe('why the index matters, printed on the site'),
  weights: z
    .record(z.string(), z.number().positive())
    .optional()
    .describe('the weight of each item: { sat_overall: 0.5, sat_expect: 0.5 }; default: all equal'),
  min_items: z
    .int()
    .min(1)
    .optional()
    .describe('answers a score needs; default: half of the items of the wave, rounded up'),
  method: z.enum(['mean', 'pls']).default('mean').describe('mean of the items, or weights from the model'),
  headline: z.boolean().optional().describe('true: shown first; default: the first index'),
  author: line.optional().describe('who wrote the definition'),
  checked_by: line.optional().describe('who checked the definition'),
  next_review: day.optional().describe('when the definition is looked at again'),
  base_period: names.optional().describe('the waves that pls weights are estimated on'),
})

const publisher = z.strictObject({
  name: line.describe('who publishes the study'),
  url: z
    .url({ protocol: /^https?$/, error: 'write an address that starts with https://' })
    .optional()
    .describe('their site'),
  contact: line.optional().describe('where questions go, for example an e-mail address'),
})

const weighting = z.strictObject({
  base: name.optional().describe('the role of the weight as delivered; default: weight'),
  rake: z.array(name).default([]).describe('the variables to weight to the margins in targets.csv'),
  trim: z
    .tuple([z.number().min(0), z.number().positive()])
    .optional()
    .describe('smallest and largest weight, in multiples of the mean weight: [0.2, 5]'),
  level: z
    .enum(['respondent', 'rating'])
    .default('respondent')
    .describe('what a weight belongs to; rating forbids raking'),
  replicates: z
    .strictObject({
      method: z
        .enum(['bootstrap', 'jackknife'])
        .describe('Rao-Wu bootstrap, or leaving out each sampling unit'),
      number: z.int().min(2).max(10_000).default(500).describe('how many of the bootstrap'),
      seed: z.int().min(0).default(1).describe('another seed, other draws'),
    })
    .optional()
    .describe(
      'replicate weights for other programs, written beside the weights: { method: bootstrap, number: 500 }',
    ),
})

const design = z.strictObject({
  strata: name.optional().describe('the role of the column that names the stratum'),
  cluster: name.default('respondent').describe('the role of the column that names the sampling unit'),
  single_unit_stratum: z
    .enum(['center', 'error'])
    .default('center')
    .describe('a stratum with one unit: centred on the mean of all, or an error'),
  panel: z.boolean().default(false).describe('true: the same respondent id is the same person in all waves'),
})

const count = z.int().min(1)
const publication = z.strictObject({
  minimum_n: count.default(75).describe('ratings a company needs to be ranked'),
  minimum_shown: count.default(30).describe('ratings a company needs to be shown at all'),
  minimum_segment_n: count.default(30).describe('ratings a segment or touchpoint needs to be shown'),
  aggregate: z
    .enum(['companies', 'ratings'])
    .default('companies')
    .describe('figures of industry and all: the mean of companies, or of all ratings'),
  confidence: z
    .number()
    .gt(0.5)
    .max(0.9999)
    .default(0.95)
    .describe('the confidence of intervals and verdicts, from 0.5 to 0.9999'),
  reply_days: z.int().min(0).default(10).describe('days a company has to reply before publication'),
})

const combined = z.strictObject({
  index: name.describe('the index that is ranked'),
  with: name.describe('the index that is mixed in'),
  share: z.number().gt(0).lt(1).describe('the share of the index mixed in, between 0 and 1'),
})

/** The whole of study.yaml. Unknown keys are errors; what one key says about another is checked in rules.ts. */
export const contractSchema = z
  .strictObject({
    id: id.describe('a short name of the study, used in addresses and file names'),
    title: text.describe('the name of the study'),
    publisher: publisher.describe('who publishes the study: { name: Example Institute }'),
    licence: line.describe('the licence of the published data, for example CC-BY-4.0'),
    languages: z
      .array(language)
      .min(1)
      .default(['en'])
      .describe('the languages of the site; the first is the default'),
    synthetic: z
      .boolean()
      .default(false)
      .describe('true: every page and file says that the answers are simulated'),
    items: z.record(id, item).describe('the questions, by id; an id is never reused for another question'),
    indices: z.record(id, index).describe('the scores made of items, by id'),
    net_promoter: z
      .strictObject({ item: name.describe('an item on the scale 0-10') })
      .optional()
      .describe('the item of the net promoter score: { item: rec }'),
    combined: combined.optional().describe('the alternative ranking, from two indices'),
    touchpoints: z
      .record(id, touchpoint)
      .default({})
      .describe('where customer and company meet, asked as expected and as experienced'),
    need_met: name.optional().describe('the item that asks whether the need was met'),
    drivers: drivers.optional().describe('which indices may explain the outcome'),
    segments: z.record(id, segment).default({}).describe('ways to divide respondents, by id'),
    model: model.optional().describe('the structural model (PLS path model)'),
    beliefs: beliefs.optional().describe("the companies' own survey: what they think customers answer"),
    experiments: z.record(id, experiment).default({}).describe('split ballots, by id'),
    variables: z
      .record(id, variable)
      .default({})
      .describe('columns recoded into groups, by role, before weighting and segments'),
    weighting: weighting.prefault({}).describe('how respondents are weighted'),
    design: design.prefault({}).describe('how respondents were sampled'),
    publication: publication.prefault({}).describe('what is shown and what is ranked'),
    unmatched: z
      .enum(['error', 'drop'])
      .default('error')
      .describe('ratings of a company that companies.csv does not know: an error, or counted and dropped'),
    exclude: z
      .array(z.enum(['straight_liners', 'duplicates']))
      .default([])
      .describe('answers that are counted and left out: straight_liners, duplicates'),
    waves: z.record(id, wave).describe('the rounds of fieldwork, by id'),
  })
  .describe('The contract of a study: study.yaml')

/** study.yaml as it is after defaults. */
export type Contract = z.output<typeof contractSchema>

/** One wave of the contract. */
export type ContractWave = Contract['waves'][string]
