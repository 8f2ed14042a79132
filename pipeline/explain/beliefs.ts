/** The rows of the table beliefs: what each company believes beside what its customers answer (METHOD.md §19). */
import type { Study } from '../contract/study.ts'
import { adjustedTests, testFigures, verdictOf } from '../family.ts'
import { changeTest, type Difference, differenceTest, type Figure, interval } from '../stats/interval.ts'
import type { BeliefRow } from '../tables.ts'
import { diagnose, margin, sides } from './belief-diagnosis.ts'
import type { Believed, Both } from './both.ts'
import { type Course, courseOf, knownScore } from './course.ts'
import { shownIf, testAs, withLimits } from './figures.ts'
import { type Customers, superiorShare } from './superior.ts'
import { inRole, meanBy } from './survey.ts'

type Given = Believed & { customers: Customers }

/** What was found of some people of a company: of a role, or of all. */
interface People {
  believed: Figure | undefined
  actual: Figure | undefined
  gap: Difference | undefined
  /** priority minus the middle of the scale */
  priority: Difference | undefined
  row: ReturnType<typeof peopleRow>
}

/** What stands in the row of any people. */
function peopleRow(
  { publication: { confidence } }: Study,
  { index, superior, customers }: Given,
  { id, k, estimate, survey, rules }: Both,
  role: string | undefined,
  found: Record<'believed' | 'actual' | 'important', Figure | undefined> & { gap: Difference | undefined },
) {
  const { believed, actual, important } = found
  const { beliefs, priorities } = inRole(survey, role)
  const { published, reason } = inRole(rules, role)
  const limits = <Name extends string>(name: Name, mean: Figure | undefined) =>
    withLimits(name, mean?.score, mean && interval(mean.score, mean.se, mean.df, confidence))
  const share = published ? customers.companies[k] : undefined
  const { difference, ...gap } = testFigures(found.gap)
  return {
    ...{ company_id: id, index, role: role ?? 'all', n_believers: beliefs.length },
    ...limits('believed', believed),
    believed_se: believed?.se ?? null,
    believed_superior: published ? superiorShare(beliefs, superior) : null,
    ...withLimits('customers_superior', share?.share, share),
    n_customers: estimate?.n ?? 0,
    ...{ actual: actual?.score ?? null, actual_se: actual?.se ?? null },
    ...{ gap: difference, ...gap },
    n_priority: priorities.length,
    ...limits('priority', important),
    ...{ published, reason },
  }
}

function peopleIn(study: Study, given: Given, both: Both, role?: string): People {
  const { confidence } = study.publication
  const { spread } = given.survey
  const { beliefs, priorities } = inRole(both.survey, role)
  const { published } = inRole(both.rules, role)
  const believed = published ? meanBy(beliefs, spread.beliefs) : undefined
  const actual = published ? knownScore(both.estimate) : undefined
  const important = both.rules.priority(role) ? meanBy(priorities, spread.priorities) : undefined
  const gap = believed && actual && changeTest(actual, believed, confidence)
  return {
    ...{ believed, actual, gap },
    priority: important && differenceTest(important.score - 50, important.se, important.df, confidence),
    row: peopleRow(study, given, both, role, { believed, actual, important, gap }),
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
  const people = peopleIn(study, given, both)
  const { believed, actual } = people
  const estimate = believed && both.estimate
  const rest = estimate?.rest
  return {
    ...people,
    score: rest && differenceTest(rest.difference, rest.se, rest.df, confidence),
    belief: rest && believed && changeTest({ ...rest.rest, df: rest.df }, believed, confidence),
    course: estimate && actual && courseOf(estimate, actual, given.index, given.chain, confidence),
  }
}

type AboutCompany = Omit<BeliefRow, keyof People['row'] | 'wave'>

/** What the row `all` says beside what its people answered. `p`: of gap and score, adjusted. */
function aboutCompany(
  { publication: { confidence } }: Study,
  { row, gap, score, belief, priority, course }: Whole,
  p: Record<'gap' | 'score', number | undefined>,
): AboutCompany {
  const { waves = 0, since, improvement, missing, beyondMissing } = course ?? {}
  const side = (test: Difference | undefined, adjusted = test?.p) =>
    verdictOf(test, adjusted, confidence, sides)
  return {
    p_adjusted: p.gap ?? null,
    ...testAs('actual_vs_rest', score),
    ...{ actual_vs_rest_p: score?.p ?? null, actual_vs_rest_p_adjusted: p.score ?? null },
    ...testAs('believed_vs_rest', belief),
    ...testAs('improvement', improvement),
    missing: missing ?? null,
    ...testAs('improvement_beyond_missing', beyondMissing),
    since_wave: since?.id ?? null,
    diagnosis: diagnose({
      published: row.published,
      gap: side(gap, p.gap),
      closeToScore: gap !== undefined && gap.high < margin,
      score: side(score, p.score),
      belief: side(belief),
      priority: side(priority),
      waves,
      improvement: side(improvement),
      beyondMissing: side(beyondMissing),
    }),
  }
}

/** The rows of a wave: by index, company and role, `all` first. */
export function beliefRows(study: Study, wave: string, indices: readonly Given[]): BeliefRow[] {
  const companies = indices.flatMap((given) =>
    given.companies.map((both) => ({ given, both, whole: wholeOf(study, given, both) })),
  )
  const gaps = adjustedTests(companies, ({ whole }) => whole.gap)
  const scores = adjustedTests(companies, ({ whole }) => whole.score)
  return companies.flatMap((one): BeliefRow[] => {
    const { given, both, whole } = one
    const about = aboutCompany(study, whole, { gap: gaps.get(one)?.bh, score: scores.get(one)?.bh })
    const roles = [...both.survey.roles.keys()].map((role) => peopleIn(study, given, both, role).row)
    return [
      { wave, ...whole.row, ...about },
      ...roles.map((row) => ({ wave, ...row, ...shownIf(false, about) })),
    ]
  })
}
