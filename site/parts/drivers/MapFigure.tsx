import type { DriverRow } from '../../../pipeline/tables.ts'
import { indexName, type Page } from '../../book.ts'
import { domainOf } from '../../charts/intervals.ts'
import { type MapPoint, mapChart } from '../../charts/map.ts'
import { ordered, type Weighed } from '../../driver-verdicts.ts'
import { type Name, plain } from '../../sentence.ts'
import type { View } from '../../view.ts'
import { Figure } from '../Figure.tsx'
import { adviceOf } from './DriverTable.tsx'
import { shareDomain } from './ImportanceFigure.tsx'

type Domain = { x: [number, number]; y: [number, number] }
const domains = new WeakMap<View, Domain>()

/** Limits of the axes that all these charts have in an edition: worked out once. */
function domainFor({ view }: Page): Domain {
  const known = domains.get(view)
  if (known !== undefined) return known
  const rows = [...view.drivers.rows.values()].flat().filter(({ level }) => level !== 'company')
  const shown = ordered(rows)
  const found = {
    x: domainOf(shown.flatMap((row) => [row.score, row.low, row.high])),
    y: shareDomain(shown.flatMap((row) => [row.importance, row.importance_low, row.importance_high])),
  }
  domains.set(view, found)
  return found
}

const share = (value: number | null) => (value === null ? null : 100 * value)

const pointOf = (page: Page, row: Weighed): MapPoint => ({
  name: indexName(page, row.driver).name,
  x: { at: row.score, low: row.low, high: row.high },
  y: { at: 100 * row.importance, low: share(row.importance_low), high: share(row.importance_high) },
  filled: adviceOf(row) === 'fix_first',
})

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

interface Props {
  page: Page
  id: string
  name: Name
  rows: readonly DriverRow[]
  /** one small drawing, explained elsewhere */
  small?: boolean
}

/** Importance beside the score, driver by driver. Nothing where the importance is not known. */
export function MapFigure({ page, id, name, rows, small = false }: Props) {
  const { words, format, view, book } = page
  const shown = ordered(rows)
  if (shown.length === 0) return null
  const scores = shown.map(({ score }) => score)
  const draw = (width: number) =>
    mapChart({
      points: shown.map((row) => pointOf(page, row)),
      domain: domainFor(page),
      halves: { x: mean(scores), y: 100 / shown.length },
      axes: { x: words.mapScore, y: words.mapImportance },
      width,
    })
  return (
    <Figure
      page={page}
      id={id}
      title={plain(words.mapTitle(name, view.wave.id))}
      says={words.mapSays(shown.length, format.score(Math.min(...scores)), format.score(Math.max(...scores)))}
      note={small ? '' : words.mapKey(format.confidence(book.study.confidence))}
      drawings={
        small
          ? [{ svg: draw(340), on: 'both' }]
          : [
              { svg: draw(720), on: 'wide' },
              { svg: draw(340), on: 'narrow' },
            ]
      }
    />
  )
}
