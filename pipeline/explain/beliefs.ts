/** The rows of the table beliefs: what each company believes beside what its customers answer (METHOD.md §19). */
import { adjustedTests } from '../compare.ts'
import type { Study } from '../contract/study.ts'
import { changeTest, type Difference, differenceTest, interval } from '../stats/interval.ts'
import type { BeliefRow } from '../tables.ts'
import { diagnose, fewestWaves, margin, sideOf } from './belief-diagnosis.ts'
import { type Believed, type Both, bothOf, superiorShare, withLimits } from './both.ts'
import { type Course, courseOf, knownScore } from './course.ts'
import type { Customers } from './superior.ts'
import { type Answers, type Mean, meanBy } from './survey.ts'

/** What was found of some people of a company: of a role, or of all. */
interface People {
  believed: Mean | undefined
  gap: Difference | undefined
  /** priority minus the middle of the scale */
  priority: Difference | undefined
  row: ReturnType<typeof peopleRow>
}

type Given = Believed & { customers: Customers }

function peopleRow(
  { publication: { confidence } }: Study,
  { index, superior, customers }: Given,
  { id, company, estimate, rules }: Both,
  { role, answers }: { role: string | undefined; answers: Answers },
  figures: Record<'believed' | 'actual' | 'priority', Mean | undefined> & { gap: Difference | undefined },
) {
  const { published, reason } = role === undefined ? rules.all : (rules.roles.get(role) ?? rules.all)
  const { believed, actual, priority, gap } = figures
  const range = (mean: Mean | undefined) => mean && interval(mean.score, mean.se, mean.df, confidence)
  const share = published ? customers.companies.get(company) : undefined
  return {
    ...{ company_id: id, index, role: role ?? 'all', n_believers: answers.beliefs.length },
    ...withLimits('believed', believed?.score, range(believed)),
    believed_se: believed?.se ?? null,
    believed_superior: published ? superiorShare(answers.beliefs, superior) : null,
    ...withLimits('customers_superior', share?.share, share),
    n_customers: estimate?.n ?? 0,
    ...{ actual: actual?.score ?? null, actual_se: actual?.se ?? null },
    ...{ gap: gap?.difference ?? null, se: gap?.se ?? null, df: gap?.df ?? null },
    ...{ low: gap?.low ?? null, high: gap?.high ?? null, p_value: gap?.p ?? null },
    n_priority: answers.priorities.length,
    ...withLimits('priority', priority?.score, range(priority)),
    ...{ published, reason },
  }
}

function believersOf(study: Study, given: Given, both: Both, role?: string): People {
  const { confidence } = study.publication
  const { spread } = given.survey
  const answers = (role === undefined ? undefined : both.survey.roles.get(role)) ?? both.survey.all
  const rule = role === undefined ? both.rules.all : both.rules.roles.get(role)
  const open = rule?.published ?? false
  const believed = open ? meanBy(answers.beliefs, spread.beliefs) : undefined
  const actual = open ? knownScore(both.estimate) : undefined
  const priority = both.rules.priority(role) ? meanBy(answers.priorities, spread.priorities) : undefined
  const gap = believed && actual && changeTest(actual, believed, confidence)
  return {
    ...{ believed, gap },
    priority: priority && differenceTest(priority.score - 50, priority.se, priority.df, confidence),
    row: peopleRow(study, given, both, { role, answers }, { believed, actual, priority, gap }),
  }
}

/** A company as a whole: its people, its customers beside those of the rest, its last waves. */
interface Whole extends People {
  score: Difference | undefined
  /** belief beside the score of the rest */
  belief: Difference | undefined
  course: Course | undefined
}

function wholeOf(study: Study, given: Given, both: Both): Whole {
  const { confidence } = study.publication
  const people = believersOf(study, given, both)
  const { believed } = people
  const estimate = believed === undefined ? undefined : both.estimate
  const { rest } = estimate ?? {}
  return {
    ...people,
    score: rest && differenceTest(rest.difference, rest.se, rest.df, confidence),
    belief: rest && believed && changeTest({ ...rest.rest, df: rest.df }, believed, confidence),
    course: estimate && courseOf(estimate, given.index, given.chain, confidence),
  }
}

type AboutCompany = Omit<BeliefRow, keyof People['row'] | 'wave'>

const aboutNobody: AboutCompany = {
  p_adjusted: null,
  ...withLimits('actual_vs_rest', undefined, undefined),
  ...{ actual_vs_rest_p: null, actual_vs_rest_p_adjusted: null },
  ...withLimits('believed_vs_rest', undefined, undefined),
  ...withLimits('improvement', undefined, undefined),
  missing: null,
  ...withLimits('improvement_beyond_missing', undefined, undefined),
  ...{ since_wave: null, diagnosis: null },
}

/** What the row `all` says beside what its people answered. `p`: of gap and score, adjusted. */
function aboutCompany(
  { publication: { confidence } }: Study,
  { row, gap, score, belief, priority, course }: Whole,
  p: { gap: number | undefined; score: number | undefined },
): AboutCompany {
  const enough = course !== undefined && course.waves >= fewestWaves
  const { improvement, missing, beyondMissing, since } = enough ? course : {}
  const side = (test: Difference | undefined, adjusted = test?.p) =>
    sideOf(test?.difference, adjusted, confidence)
  return {
    p_adjusted: p.gap ?? null,
    ...withLimits('actual_vs_rest', score?.difference, score),
    ...{ actual_vs_rest_p: score?.p ?? null, actual_vs_rest_p_adjusted: p.score ?? null },
    ...withLimits('believed_vs_rest', belief?.difference, belief),
    ...withLimits('improvement', improvement?.difference, improvement),
    missing: missing ?? null,
    ...withLimits('improvement_beyond_missing', beyondMissing?.difference, beyondMissing),
    since_wave: since?.id ?? null,
    diagnosis: diagnose({
      published: row.published,
      gap: side(gap, p.gap),
      closeToScore: gap !== undefined && gap.high < margin,
      score: side(score, p.score),
      belief: side(belief),
      priority: side(priority),
      waves: course?.waves ?? 0,
      improvement: side(improvement),
      beyondMissing: side(beyondMissing),
    }),
  }
}

/** The rows of a wave: by index, company and role, `all` first. */
export function beliefRows(study: Study, wave: string, indices: readonly Given[]): BeliefRow[] {
  const companies = indices.flatMap((given) =>
    bothOf(study, given).map((both) => {
      const whole = wholeOf(study, given, both)
      const { gap, score } = whole
      return { given, both, whole, gap: { test: gap }, score: { test: score } }
    }),
  )
  const gaps = adjustedTests(companies.map(({ gap }) => gap))
  const scores = adjustedTests(companies.map(({ score }) => score))
  return companies.flatMap(({ given, both, whole, gap, score }): BeliefRow[] => {
    const p = { gap: gaps.get(gap)?.bh, score: scores.get(score)?.bh }
    const roles = [...both.survey.roles.keys()].map((role) => believersOf(study, given, both, role).row)
    return [
      { wave, ...whole.row, ...aboutCompany(study, whole, p) },
      ...roles.map((row) => ({ wave, ...row, ...aboutNobody })),
    ]
  })
}
