/** A score over time: what the editions have computed and what others have published, on one line of waves. */
import type { PastRow, Score } from '../pipeline/tables.ts'
import type { Page } from './book.ts'
import type { HistoryPoint } from './charts/history.ts'
import { isShown, rowOf } from './verdicts.ts'
import { key, type View } from './view.ts'

export type Moment = { kind: 'own'; row: Score } | { kind: 'past'; row: PastRow }

export interface Series {
  /** in order of time */
  waves: string[]
  /** every row, also the withheld, in order of time */
  moments: Moment[]
  /** figures of the editions that are shown */
  points: HistoryPoint[]
  /** figures that others have published and that are shown */
  past: HistoryPoint[]
  /** waves whose questions differ from those of the edition before */
  cuts: string[]
}

interface Entity {
  index: string
  level: Score['level']
  id: string
}

const soFar = ({ book, view }: Page): View[] => book.views.slice(0, view.position + 1)

/** The rows that others have published, in order of time. */
export const pastRows = ({ view }: Page, { index, level, id }: Entity): PastRow[] =>
  view.past.get(key(index, level, id)) ?? []

/** The editions so far, and from the first published elsewhere on all waves with such a score of the index. */
function wavesOf(page: Page, index: string, past: readonly PastRow[]): string[] {
  const { timeline } = page.book.study
  const editions = soFar(page).map((view) => view.wave.id)
  const first = past[0] === undefined ? timeline.length : timeline.indexOf(past[0].wave)
  const others = page.view.edition.tables.history.filter((row) => row.index === index)
  const kept = new Set([...editions, ...others.map((row) => row.wave)])
  return timeline.filter((wave, k) => kept.has(wave) && (k >= first || editions.includes(wave)))
}

/** The shown figures of an entity in the editions so far, by their place among `waves`. */
export function editionPoints(
  page: Page,
  { index, level, id }: Entity,
  waves: readonly string[],
): HistoryPoint[] {
  return soFar(page).flatMap((view) => {
    const row = rowOf(view, index, level, id)
    if (!isShown(row)) return []
    const { wave, score, low, high } = row
    return [{ wave, position: waves.indexOf(wave), score, low, high }]
  })
}

/** The score of an entity up to this edition. */
export function seriesOf(page: Page, entity: Entity): Series {
  const { index, level, id } = entity
  const rows = pastRows(page, entity)
  const waves = wavesOf(page, index, rows)
  const points = editionPoints(page, entity, waves)
  const first = points[0]?.position ?? waves.length
  return {
    waves,
    moments: waves.flatMap((wave) => {
      const past = rows.find((row) => row.wave === wave)
      const view = soFar(page).find((one) => one.wave.id === wave)
      const own = view && rowOf(view, index, level, id)
      return [
        ...(past === undefined ? [] : [{ kind: 'past' as const, row: past }]),
        ...(own === undefined ? [] : [{ kind: 'own' as const, row: own }]),
      ]
    }),
    points,
    past: rows.flatMap(({ wave, published, score, low, high, source }) =>
      published && score !== null ? [{ wave, position: waves.indexOf(wave), score, low, high, source }] : [],
    ),
    cuts: soFar(page)
      .filter(({ wave }) => waves.indexOf(wave.id) > first && wave.indices[index]?.break === true)
      .map(({ wave }) => wave.id),
  }
}
