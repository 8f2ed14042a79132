/** Loyalty of those whose need or expectation was met, and of those for whom it was not: rows and sentences. */
import type { NeedMetRow } from '../pipeline/tables.ts'
import { indexInText, type Page } from './book.ts'
import { isClear } from './gap-verdicts.ts'
import { type Known, key, known } from './rows.ts'
import type { Sentence } from './sentence.ts'

type Figures = 'met' | 'loyalty_met' | 'loyalty_unmet' | 'difference'
export type ShownNeed = Known<NeedMetRow, Figures>
export const isNeedShown = known<NeedMetRow, Figures>('met', 'loyalty_met', 'loyalty_unmet', 'difference')

/** What the table calls the item `need_met`, where others stand under the name of their touchpoint. */
const need = 'need'
const everyone = 'all'

const rowsOf = ({ view }: Page, level: NeedMetRow['level'], id: string): NeedMetRow[] =>
  view.gaps.need.get(key(level, id)) ?? []

/** By whether the need was met, whoever served the customer. */
export const needRow = (page: Page, level: NeedMetRow['level'], id: string): NeedMetRow | undefined =>
  rowsOf(page, level, id).find(({ basis, served }) => basis === need && served === everyone)

/** By whether the need was met, for each way of being served. */
export const servedRows = (page: Page, level: NeedMetRow['level'], id: string): NeedMetRow[] =>
  rowsOf(page, level, id).filter(({ basis, served }) => basis === need && served !== everyone)

/** By whether what was expected at a touchpoint was met, in the order of the touchpoints. */
export const metRows = (page: Page, level: NeedMetRow['level'], id: string): NeedMetRow[] =>
  page.view.gaps.touchpoints.flatMap(({ id: touchpoint }) =>
    rowsOf(page, level, id).filter(({ basis, served }) => basis === touchpoint && served === everyone),
  )

/** The industries of the edition that have a row, with it. */
export const industryNeeds = (page: Page): NeedMetRow[] =>
  page.view.industries.flatMap((id) => needRow(page, 'industry', id) ?? [])

/** Which way a difference clearly goes. */
export function needVerdict({ book }: Page, row: ShownNeed): 'higher' | 'lower' | 'unclear' {
  if (!isClear(row.p_adjusted, book.study.confidence)) return 'unclear'
  return row.difference > 0 ? 'higher' : 'lower'
}

/** The index that stands for loyalty, inside a sentence. */
export const loyaltyName = (page: Page) => indexInText(page, page.book.study.need_met.loyalty)

/** In how many industries it clearly matters that the need was met: without a full stop; empty where none is shown. */
export function needHeadline(page: Page): Sentence {
  const shown = industryNeeds(page).filter(isNeedShown)
  if (shown.length === 0) return [page.words.needHead]
  const count = (verdict: string) => shown.filter((row) => needVerdict(page, row) === verdict).length
  return page.words.needFound(loyaltyName(page), count('higher'), count('lower'), shown.length)
}
