/** Names of touchpoints and parts, and the verdicts on gaps as sentences in the language of a page. */
import type { PublicTouchpoint } from '../pipeline/publication.ts'
import type { GapRow, IndustryGapRow, JourneyRow } from '../pipeline/tables.ts'
import { companyName, industryName, type Page, told } from './book.ts'
import { atCeiling, causes, type Diagnosed, diagnosesOf, unequalBases } from './gap-verdicts.ts'
import { needHeadline } from './need.ts'
import { key } from './rows.ts'
import { type Name, named, type Sentence } from './sentence.ts'

export const touchpointOf = ({ book }: Page, id: string): PublicTouchpoint | undefined =>
  book.study.touchpoints.find((touchpoint) => touchpoint.id === id)

/** A touchpoint in the language of the page. */
export const touchpointName = (page: Page, id: string): Name =>
  named(told(page, touchpointOf(page, id)?.label) || id)

type Placed = Pick<GapRow, 'channel' | 'owner' | 'step'>

/** `channel digital · department it · step find`, as far as they are known. */
export function placeOf({ words }: Page, { channel, owner, step }: Placed): Sentence {
  const facts = [
    ...(channel === null ? [] : [words.channelIs(named(channel))]),
    ...(owner === null ? [] : [words.ownerIs(named(owner))]),
    ...(step === null ? [] : [words.stepIs(named(step))]),
  ]
  return facts.flatMap((fact, i) => (i === 0 ? fact : [' · ', ...fact]))
}

/** A part of the journey: a touchpoint by its name, the others with what they are. */
export function partName(page: Page, { part, value }: Pick<JourneyRow, 'part' | 'value'>): Sentence {
  const { words } = page
  if (part === 'touchpoint') return [touchpointName(page, value)]
  const name = named(value)
  return part === 'owner' ? words.ownerIs(name) : part === 'step' ? words.stepIs(name) : words.channelIs(name)
}

/** All rows of companies in an edition. */
export const allGaps = ({ view }: Page): GapRow[] => [...view.gaps.companies.values()].flat()

/** In how many of how many pairs the gap is clearly worse than in the rest of the industry: a headline without a full stop. */
export function gapHeadline(page: Page): Sentence {
  const { words, view } = page
  if (view.gaps.companies.size + view.gaps.groups.size === 0) return needHeadline(page)
  const { compared, found } = diagnosesOf(allGaps(page))
  return [words.gapsHead(found.length, compared)]
}

/** What the gaps that are clearly worse come from, counted; nothing where there are none. */
export function causesSentence({ words }: Page, found: readonly Diagnosed[]): string | undefined {
  if (found.length === 0) return undefined
  const [promise_too_high = 0, delivery_too_low = 0, both_or_unclear = 0] = causes.map(
    (cause) => found.filter(({ diagnosis }) => diagnosis === cause).length,
  )
  return words.gapsFound({ promise_too_high, delivery_too_low, both_or_unclear })
}

/** Company and industry of a row. */
export function whoOf(page: Page, company: string): { company: Name; industry: Name } {
  return {
    company: companyName(page, company),
    industry: industryName(page, page.view.present.get(company)?.industry ?? ''),
  }
}

type Cared = Pick<IndustryGapRow, 'touchpoint' | 'published' | 'expected_top' | 'n'>

/** What to mind about some rows, from their figures. */
export function mindSentences(page: Page, rows: readonly (GapRow | IndustryGapRow)[]): Sentence[] {
  const { words, format } = page
  const name = ({ touchpoint }: Cared) => touchpointName(page, touchpoint)
  const high = atCeiling(rows)
  const bases = unequalBases(rows)
  return [
    [words.mindRecalled],
    ...(high.length === 0
      ? []
      : [
          words.mindCeiling(
            words.list(
              high.map((row) => words.mindCeilingAt(name(row), format.percent(row.expected_top ?? 0))),
            ),
          ),
        ]),
    ...(bases === undefined
      ? []
      : [
          words.mindBases(name(bases[0]), format.count(bases[0].n), name(bases[1]), format.count(bases[1].n)),
        ]),
    [words.mindCause],
  ]
}

/** The rows of all companies together. */
export const togetherRows = ({ view }: Page): IndustryGapRow[] =>
  view.gaps.groups.get(key('all', 'all')) ?? []

/** Several touchpoints, by name. */
export const touchpointList = (page: Page, ids: string): Sentence =>
  page.words.list(ids.split('|').map((id) => touchpointName(page, id)))
