/** check: what each check finds, and what to do about a value that is wrong. */
import { nearest } from './contract/nearest.ts'
import type { Item, Study, Wave } from './contract/study.ts'

/** An answer that is neither on the scale nor a missing code: a code, a fraction, or a text. */
export function answerAdvice(value: string, { id, scale }: Item, wave: Wave): string {
  const rule = `the scale is ${scale.min}-${scale.max} in whole numbers`
  if (/^[+-]?\d+$/.test(value))
    return `${rule}: put a code for no answer under items.${id}.missing in study.yaml, an error into corrections.csv`
  if (/^[+-]?\d*[.,]\d+$/.test(value))
    return `${rule}: see items.${id} in study.yaml, or settle it in corrections.csv`
  return `${rule}: say under values.${id} of wave ${wave.id} in study.yaml what the text means`
}

/** A weight that is no positive number. `role`: the role of its column. */
export function weightAdvice(value: string, role: string, { id, csv }: Wave): string {
  if (csv.decimal === '.' && /^\d*,\d+$/.test(value))
    return `for decimal commas write csv: { decimal: "," } in wave ${id} of study.yaml`
  if (csv.decimal === ',' && /^\d*\.\d+$/.test(value))
    return `wave ${id} says csv.decimal: ","; take that out of study.yaml, or write a comma`
  return `weights are positive numbers: see columns.${role} of wave ${id}, or drop the row in corrections.csv`
}

/** A value that names no company; null where it is blank. */
export function companyAdvice(value: string | null, { companies }: Study, { id }: Wave): string {
  if (value === null)
    return `every rating names its company: see columns.company of wave ${id}, or drop the row in corrections.csv`
  const elsewhere = companies.flatMap((company) =>
    company.codes.flatMap(({ code, wave }) =>
      wave !== undefined && code.toLowerCase() === value.toLowerCase() ? [{ id: company.id, wave }] : [],
    ),
  )
  const [bound] = elsewhere
  if (bound !== undefined)
    return `in wave ${bound.wave} it is ${bound.id}: add ${id}:${value} to the codes of that company, or of another, in companies.csv`
  const known = companies.flatMap((company) => [company.id, ...company.codes.map(({ code }) => code)])
  const meant = /\p{L}/u.test(value) ? nearest(value, known) : undefined
  const remedy = 'add the value to codes in companies.csv, or set unmatched: drop in study.yaml'
  return meant === undefined ? remedy : `did you mean ${meant}? ${remedy}`
}

/** One of queries/checks: what it finds, in which role's column, and what to do about a value. */
export interface Check {
  what: string
  role: string
  advise(value: string, wave: Wave): string
}

/** Each file of queries/checks that lists rows. */
export const checksOf = ({ weighting, design }: Study) =>
  ({
    repeated_headers: {
      what: 'the header stands among the answers',
      role: 'respondent',
      advise: () => 'remove the line: were two files put together?',
    },
    blank_respondents: {
      what: 'no respondent id',
      role: 'respondent',
      advise: (_, { id }) =>
        `every row needs one: see columns.respondent of wave ${id}, or drop the row (respondent BLANK) in corrections.csv`,
    },
    bad_weights: {
      what: 'not a weight',
      role: weighting.base,
      advise: (value, wave) => weightAdvice(value, weighting.base, wave),
    },
    blank_strata: {
      what: 'no stratum',
      role: design.strata ?? '',
      advise: (_, { id }) =>
        `every row needs one: see columns.${design.strata} of wave ${id}, or set it in corrections.csv`,
    },
    changing_weights: {
      what: 'two weights for one respondent',
      role: weighting.base,
      advise: () => 'a respondent has one weight in a wave: set one of them in corrections.csv',
    },
    changing_strata: {
      what: 'two strata for one respondent',
      role: design.strata ?? '',
      advise: () => 'a respondent belongs to one stratum in a wave: set one of them in corrections.csv',
    },
    blank_clusters: {
      what: 'no sampling unit',
      role: design.cluster ?? '',
      advise: (_, { id }) =>
        `every row needs one: see columns.${design.cluster} of wave ${id}, or set it in corrections.csv`,
    },
    changing_clusters: {
      what: 'two sampling units for one respondent',
      role: design.cluster ?? '',
      advise: () => 'a respondent belongs to one sampling unit in a wave: set one of them in corrections.csv',
    },
    blank_margins: {
      what: 'no category of a raked variable',
      role: '',
      advise: (value, { id }) =>
        value !== ''
          ? 'weights are raked by it, and the value is in no group: widen one under variables, or set it in corrections.csv'
          : `weights are raked by it: set it in corrections.csv, or give BLANK a category under values of wave ${id} and a share in targets.csv`,
    },
    changing_margins: {
      what: 'two categories of a raked variable for one respondent',
      role: '',
      advise: () => 'a respondent has one category in a wave: set one of them in corrections.csv',
    },
    double_ratings: {
      what: 'company rated twice',
      role: 'company',
      advise: () =>
        'one rating per respondent and company: settle it in corrections.csv by keep_first, keep_last or drop',
    },
    lonely_strata: {
      what: `a stratum of one ${design.cluster === undefined ? 'respondent' : 'sampling unit'}`,
      role: design.strata ?? '',
      advise: () => 'join it to another, or set design.single_unit_stratum: center',
    },
  }) satisfies Record<string, Check>
