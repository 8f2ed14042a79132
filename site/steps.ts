/** The steps of a company's journey over the editions. */
import type { Page } from './book.ts'
import type { HistoryPoint } from './charts/history.ts'
import { isPartShown, type ShownPart } from './gap-verdicts.ts'

export interface Step {
  /** as named in the contract */
  value: string
  /** rows that are shown, in order of time */
  rows: ShownPart[]
  points: HistoryPoint[]
  /** places of the editions whose questions differ from those before */
  breaks: number[]
}

/** The steps that have a figure in this edition, with those of the editions before; `waves` that any of them has one in. */
export function stepsOf({ book, view }: Page, company: string): { waves: string[]; steps: Step[] } {
  const editions = book.views.slice(0, view.position + 1).map((one) => ({
    wave: one.wave.id,
    rows: (one.gaps.journey.get(company) ?? []).filter(({ part }) => part === 'step').filter(isPartShown),
  }))
  const known = editions.filter(({ rows }) => rows.length > 0)
  const waves = known.map(({ wave }) => wave)
  const steps = (editions.at(-1)?.rows ?? []).map(({ value }) => {
    const rows = known.flatMap((edition) => edition.rows.filter((row) => row.value === value))
    return {
      value,
      rows,
      points: rows.map(({ wave, experienced, low, high }) => ({
        ...{ wave, position: waves.indexOf(wave), score: experienced, low, high },
      })),
      breaks: rows.flatMap(({ wave, change_verdict }) =>
        change_verdict === 'not_comparable' ? [waves.indexOf(wave)] : [],
      ),
    }
  })
  return { waves, steps }
}
