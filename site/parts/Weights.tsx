import type { WaveRow } from '../../pipeline/tables.ts'
import { type Page, told } from '../book.ts'
import { Margins } from './Margins.tsx'

/** What was done to the weights, in sentences. */
function weightsText(page: Page, row: WaveRow): string[] {
  const { words, format, view, book } = page
  const { level, trim, rake } = book.study.weighting
  if (!view.wave.weighted) return [words.notWeighted]
  const raked = row.weighting === 'raked' || row.weighting === 'raked_and_trimmed'
  const groups = words.and(rake.map(({ label }) => told(page, label).toLocaleLowerCase(page.lang)))
  const range = [format.ratio(row.smallest_weight), format.ratio(row.largest_weight)] as const
  const clipped = row.trim_rounds > 0
  const { smallest_before_trim: low, largest_before_trim: high } = row
  return [
    raked ? words.raked(groups) : words.weightDelivered(level),
    ...(trim === undefined ? [] : [words.trimmedTo(format.ratio(trim[0]), format.ratio(trim[1]))]),
    ...(trim === undefined || clipped ? [] : [words.nothingTrimmed]),
    ...(clipped ? [words.trimRounds(row.trim_rounds, raked)] : []),
    clipped && low !== null && high !== null
      ? words.weightsBefore([format.ratio(low), format.ratio(high)], range)
      : words.weightsLie(...range),
  ]
}

/** What unequal weights cost; nothing where it rounds to nothing. */
function costText(page: Page, row: WaveRow): string[] {
  const { words, format, view, book } = page
  if (!view.wave.weighted || format.ratio(row.design_effect) === format.ratio(1)) return []
  const people = book.study.weighting.level === 'rating' ? undefined : format.count(row.respondents)
  return [
    words.designEffect(format.ratio(row.design_effect)),
    words.effective(people, format.count(row.n_effective)),
  ]
}

function sampleText(page: Page, row: WaveRow): string[] {
  const { words, format, view, book } = page
  return [
    words.unitsAre(format.count(row.sampling_units), format.count(row.respondents), view.wave.clustered),
    view.wave.stratified ? words.strataAre(row.strata) : words.noStrata,
    ...(view.position > 0 ? [words.panelIs(book.study.panel)] : []),
  ]
}

/** How the wave was weighted and sampled, and what that does to the figures. */
export function Weights({ page }: { page: Page }) {
  const { words, view } = page
  const row = view.sample
  if (row === undefined) return null
  const raked = view.wave.weighted && view.edition.tables.margins.length > 0
  const cost = costText(page, row)
  return (
    <section id="weights">
      <h2>{words.weightsHead}</h2>
      <p>{weightsText(page, row).join(' ')}</p>
      {cost.length > 0 && <p>{cost.join(' ')}</p>}
      {raked && <Margins page={page} row={row} />}
      {raked && <p>{words.residuals}</p>}
      <p>{sampleText(page, row).join(' ')}</p>
    </section>
  )
}
