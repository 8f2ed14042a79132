/** The case gap: its figures, and what follows from its input. Shared by the tests of the program and of the second computation. */
import { oracle } from './oracle.ts'

export interface GapFigures {
  touchpoint: string
  n: number
  n_effective: number
  expected: number
  expected_se: number
  experienced: number
  experienced_se: number
  gap: number
  se: number
  df: number
  low: number
  high: number
  p_value: number
  share_below: number
  share_met: number
  share_above: number
  expected_top_box: number
}
export interface CompanyGap extends GapFigures {
  company: string
  p_bh: number
  expected_vs_industry: number
  experienced_vs_industry: number
}
interface Expected {
  settings: {
    scale: { min: number; max: number }
    missing_codes: number[]
    touchpoints: string[]
    confidence: number
  }
  company: CompanyGap[]
  industry: (GapFigures & { industry: string })[]
  overall: (GapFigures & { entity: string })[]
}

const { text, rows } = oracle('gap')
export const expected: Expected = JSON.parse(text('expected.json'))
export const input = rows('input.csv')
export const { settings } = expected

/** Companies and their industries. */
export const register = new Map(input.map(({ company = '', industry = '' }) => [company, industry]))
/** The questions of a touchpoint. */
export const itemsOf = (touchpoint: string) => [`e_${touchpoint}`, `p_${touchpoint}`] as const
export const items = settings.touchpoints.flatMap(itemsOf)

const answered = (cell = ''): boolean => cell !== '' && !settings.missing_codes.includes(Number(cell))

/** The weight of the ratings of an industry that answered both questions, and of the company’s part of them. */
function weightOf(touchpoint: string, company: string): { own: number; whole: number } {
  const industry = register.get(company)
  const both = input.filter((row) => itemsOf(touchpoint).every((item) => answered(row[item])))
  const sum = (some: typeof both) => some.reduce((total, { w }) => total + Number(w), 0)
  return {
    own: sum(both.filter((row) => row.company === company)),
    whole: sum(both.filter((row) => row.industry === industry)),
  }
}

/** Company minus the others, of company minus industry: the industry is the weighted mean of both. */
export function besideOthers({ touchpoint, company, ...row }: CompanyGap) {
  const { own, whole } = weightOf(touchpoint, company)
  const factor = whole / (whole - own)
  return {
    expected: row.expected_vs_industry * factor,
    experienced: row.experienced_vs_industry * factor,
  }
}

/** Columns of the tables `gaps` and `industry_gaps` that hold these figures; counts and df are exact. */
export const columnsOf = (row: GapFigures): Record<string, number> => ({
  ...{ n: row.n, n_effective: row.n_effective, df: row.df },
  ...{ expected: row.expected, expected_se: row.expected_se },
  ...{ experienced: row.experienced, experienced_se: row.experienced_se },
  ...{ gap: row.gap, se: row.se, low: row.low, high: row.high, p_value: row.p_value },
  ...{ below: 100 * row.share_below, met: 100 * row.share_met, above: 100 * row.share_above },
  expected_top: 100 * row.expected_top_box,
})
