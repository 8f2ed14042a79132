import { companyName, indexInText, indexName, industryName, type Page } from '../../book.ts'
import { groupName } from '../../group-sentences.ts'
import { isPlaced, type Placed } from '../../group-verdicts.ts'
import { Estimate } from '../Estimate.tsx'
import { NameText, Say } from '../Say.tsx'
import { Most } from './Most.tsx'

interface Ranking {
  id: string
  index: string
  first: Placed
  /** in order of place */
  rows: Placed[]
}

/** Of every group and index with two companies or more that have a place. */
function rankingsOf({ view }: Page): Ranking[] {
  return view.groups.segments.flatMap((segment) =>
    view.indices.flatMap((index) => {
      const groups = new Map<string, Placed[]>()
      for (const row of view.groups.companies.get(index.id) ?? [])
        if (row.segment === segment.id && isPlaced(row))
          groups.set(row.category, [...(groups.get(row.category) ?? []), row])
      return [...groups.values()].flatMap((rows, k) => {
        const [first, ...others] = rows.sort((a, b) => a.rank - b.rank)
        return first === undefined || others.length === 0
          ? []
          : [{ id: `places-${segment.id}-${index.id}-${k + 1}`, index: index.id, first, rows }]
      })
    }),
  )
}

/** Rows of all rankings together that a page has room for, and fewest of each. */
const room = 480
const fewest = 8

function PlacesTable({ page, ranking, most }: { page: Page; ranking: Ranking; most: number }) {
  const { words, format, view, book } = page
  const { id, index, first, rows } = ranking
  const group = groupName(page, first)
  return (
    <details id={id}>
      <summary>
        <Say text={words.placesSummary(indexName(page, index), group, rows.length)} />
      </summary>
      <table class="stack">
        <caption class="away">
          <Say text={words.placesCaption(indexInText(page, index), group, view.wave.id)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.company}</th>
            <th scope="col">{words.pointsHead(format.confidence(book.study.confidence))}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr>
              <td class="place">{format.places(row.rank_low, row.rank_high)}</td>
              <th scope="row" class="who">
                <NameText {...companyName(page, row.entity_id)} />
                <span class="industry">
                  <NameText {...industryName(page, view.present.get(row.entity_id)?.industry ?? '')} />
                </span>
              </th>
              <td class="figures">
                <Estimate page={page} value={row.score} low={row.low} high={row.high} n={row.n} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <p class="small">
          <Most page={page} all={rows.length} shown={most} />
        </p>
      )}
    </details>
  )
}

/** A ranking for each group that two companies or more have a place in, folded until wanted. */
export function GroupPlaces({ page }: { page: Page }) {
  const { words, format, book } = page
  const rankings = rankingsOf(page)
  if (rankings.length === 0) return null
  const most = Math.max(fewest, Math.floor(room / rankings.length))
  return (
    <section id="places">
      <h2>{words.placesHead}</h2>
      <p>{words.placesWhat(format.count(book.study.minimum_n))}</p>
      {rankings.map((ranking) => (
        <PlacesTable page={page} ranking={ranking} most={most} />
      ))}
    </section>
  )
}
