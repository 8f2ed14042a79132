/** Beliefs as sentences in the language of a page. */
import type { BeliefRow, BeliefTogetherRow } from '../pipeline/tables.ts'
import {
  everyone,
  fewestPeople,
  foundOf,
  isBehind,
  isTogetherShown,
  type ShownBelief,
  type ShownTogether,
} from './belief-verdicts.ts'
import { indexInText, type Page } from './book.ts'
import { type Name, named, type Sentence } from './sentence.ts'
import { missingText } from './sentences.ts'
import { rowOf } from './verdicts.ts'

/** A role as those who answered are called in the file; all roles in words. */
export const roleName = ({ words }: Page, role: string): Name =>
  named(role === everyone ? words.allRoles : role)

/** What all companies together believe of an index, where it is shown. */
export const togetherOf = ({ view }: Page, index: string): ShownTogether | undefined =>
  view.beliefs.together
    .get(index)
    ?.filter(isTogetherShown)
    .find(({ role }) => role === everyone)

/** The overall picture of the first index that has one: a headline without a full stop. */
export function beliefHeadline(page: Page): Sentence {
  const { words, format, view } = page
  const row = view.beliefs.indices.map((index) => togetherOf(page, index)).find((one) => one !== undefined)
  if (row === undefined) return [words.beliefsFew]
  const index = indexInText(page, row.index)
  const { companies_superior: companies, customers_superior: customers } = row
  return companies === null || customers === null
    ? words.beliefsHead(index, format.score(row.believed), format.score(row.actual))
    : words.superiorHead(index, format.percent(companies), format.percent(customers))
}

/** What the diagnosis of a row means, in words; nothing without one. */
export function beliefRule({ words, book }: Page, row: ShownBelief): string | undefined {
  const found = foundOf(row)
  if (found === undefined) return undefined
  if (row.actual_vs_rest === null) return words.beliefRuleAlone[found] ?? words.beliefRule[found]
  const below = isBehind(row, book.study.confidence) ? words.beliefRuleBelow[found] : undefined
  return below ?? words.beliefRule[found]
}

/** Why the figures of a company's people are not shown, in words. */
export function beliefMissing(page: Page, row: BeliefRow): string {
  const { words, view } = page
  const { reason, n_believers: people } = row
  const score = rowOf(view, row.index, 'company', row.company_id)
  if (score !== undefined && !score.published) return missingText(page, score)
  if (reason === 'too_few_believers')
    return people < fewestPeople
      ? words.beliefTooFew(people, fewestPeople)
      : words.beliefDerivable(fewestPeople)
  return reason === 'no_variation' ? words.beliefAgree : words.withheld
}

/** Why the figures of all companies together are not shown, in words. */
export const togetherMissing = ({ words }: Page, { companies, n_believers }: BeliefTogetherRow): string =>
  words.beliefFewCompanies(companies, n_believers)

/** What an answer counts as top marks, where the study says so. */
export function superiorSentence({ words, format, book }: Page): string | undefined {
  const { beliefs } = book.study
  if (beliefs?.superior === undefined) return undefined
  const { superior, scale } = beliefs
  return words.superiorIs(format.ratio(superior), format.ratio(scale.min), format.ratio(scale.max))
}
