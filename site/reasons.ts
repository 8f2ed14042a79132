/** Why an index cannot be compared with the wave before, or only with caution: the rows of `comparability` in words. */
import type { ComparabilityRow } from '../pipeline/tables.ts'
import { type Page, told } from './book.ts'
import { named, type Sentence } from './sentence.ts'
import type { View } from './view.ts'
import type { Cause } from './words/comparing-en.ts'

type Effect = ComparabilityRow['effect']

/** The questions named in a row, each in its own words, and a full stop where the last has none. */
function questions(page: Page, ids: readonly string[]): Sentence {
  const { words, book } = page
  const texts = ids.map((id) => told(page, book.items.get(id)?.text) || id)
  const stop = /[.?!…]$/.test(texts.at(-1) ?? '') ? '' : '.'
  return [...words.list(texts.map((text) => words.quoted(named(text)))), stop]
}

/** `1-10, 1-7` as the language says it. */
const scales = ({ words }: Page, text: string): string =>
  text
    .split(', ')
    .map((scale) => {
      const [, min, max] = /^(-?\d+)-(-?\d+)$/.exec(scale) ?? []
      const tidy = (value: string) => value.replace('-', '−')
      return min === undefined || max === undefined ? scale : words.scaleSpan(tidy(min), tidy(max))
    })
    .join(', ')

function reasonOf(page: Page, view: View, row: ComparabilityRow): Sentence {
  const { words, book } = page
  const { reason, detail, wave, wave_before } = row
  const ids = detail.split(', ')
  const other = detail === wave ? wave_before : wave
  if (reason === 'items_added') return words.itemsAdded(ids.length, questions(page, ids))
  if (reason === 'items_dropped') return words.itemsDropped(ids.length, questions(page, ids))
  if (reason === 'weighting_changed') return [words.weightingChanged(detail, other)]
  if (reason === 'units_changed') return [words.unitsChanged(detail, other)]
  if (reason === 'mode_changed') {
    const before = book.views.find((each) => each.wave.id === wave_before)
    return words.modeChanged(named(before?.wave.mode ?? ''), named(view.wave.mode ?? ''))
  }
  const [before = '', now = ''] = detail.split('; ')
  return [words.scaleChanged(scales(page, before), scales(page, now))]
}

const rowsOf = (view: View, index: string, effect: Effect) =>
  (view.comparability.get(index) ?? []).filter((row) => row.effect === effect)

const sentences = (page: Page, view: View, index: string, effect: Effect): Sentence =>
  rowsOf(view, index, effect).flatMap((row, i) => [...(i === 0 ? [] : [' ']), ...reasonOf(page, view, row)])

/** Why the index of an edition is not comparable with that before; nothing where it is. */
export function breakSentence(page: Page, index: string, view: View = page.view): Sentence {
  const before = page.book.views[view.position - 1]
  const skipped = before !== undefined && before.wave.indices[index] === undefined
  return skipped && view.wave.indices[index] !== undefined && askedEarlier(page, index, view)
    ? [page.words.notAskedBefore]
    : sentences(page, view, index, 'not_comparable')
}

const askedEarlier = ({ book }: Page, index: string, view: View) =>
  book.views.slice(0, view.position).some((other) => other.wave.indices[index] !== undefined)

/** What to mind where the index is compared with the edition before; nothing where it is not, or there is nothing to mind. */
export const cautionSentence = (page: Page, index: string): Sentence =>
  breakSentence(page, index).length > 0 ? [] : sentences(page, page.view, index, 'caution')

/** Whether the questions of the index were changed since the edition before. */
export const asksOtherwise = (view: View, index: string): boolean =>
  rowsOf(view, index, 'not_comparable').some(({ reason }) => /^(items|scale)_/.test(reason))

/** What cut the series in an edition, in a word or two. */
export function causesOf(view: View, index: string): Cause[] {
  const found = new Set(rowsOf(view, index, 'not_comparable').map(({ reason }) => reason))
  const causes: Cause[] = []
  if (found.has('scale_changed')) causes.push('scale')
  else if (found.has('items_added') || found.has('items_dropped')) causes.push('questions')
  if (found.has('weighting_changed')) causes.push('weights')
  if (found.has('units_changed')) causes.push('units')
  return causes.length > 0 ? causes : ['questions']
}
