import { companyName, indexInText, indexName, industryName, type Page } from '../../book.ts'
import { categoryName, groupName, segmentName } from '../../group-sentences.ts'
import { isPlaced, type Placed } from '../../group-verdicts.ts'
import { key } from '../../rows.ts'
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

/** Rows of all rankings together that a page has room for, and the fewest worth showing of one. */
const room = 600
const fewest = 8

/** Of every group and index with two companies or more that have a place: by division and group, the index that leads first. */
function rankingsOf({ view }: Page): Ranking[] {
  const indices = [...view.indices].sort((a, b) => Number(b === view.headline) - Number(a === view.headline))
  return view.groups.segments.flatMap((segment) => {
    const categories = new Set<string>()
    const rankings = new Map<string, Placed[]>()
    for (const index of indices)
      for (const row of view.groups.companies.get(index.id) ?? [])
        if (row.segment === segment.id && isPlaced(row)) {
          categories.add(row.category)
          const name = key(index.id, row.category)
          rankings.set(name, [...(rankings.get(name) ?? []), row])
        }
    return [...categories].flatMap((category, k) =>
      indices.flatMap((index) => {
        const rows = (rankings.get(key(index.id, category)) ?? []).sort((a, b) => a.rank - b.rank)
        const [first] = rows
        const id = `places-${segment.id}-${k + 1}-${index.id}`
        return first === undefined || rows.length < 2 ? [] : [{ id, index: index.id, first, rows }]
      }),
    )
  })
}

/** How many rows of each ranking fit. */
function rowsThatFit(rankings: readonly Ranking[]): number {
  const longest = Math.max(...rankings.map(({ rows }) => rows.length))
  const used = (most: number) => rankings.reduce((sum, { rows }) => sum + Math.min(rows.length, most), 0)
  let most = longest
  while (most > fewest && used(most) > room) most--
  return most
}

function PlacesTable({ page, ranking, most }: { page: Page; ranking: Ranking; most: number }) {
  const { words, format, view, book } = page
  const { id, index, first, rows } = ranking
  const group = groupName(page, first)
  return (
    <details id={id}>
      <summary>
        <Say
          text={words.placesSummary(
            categoryName(page, first.segment, first.category),
            indexInText(page, index),
            rows.length,
          )}
        />
      </summary>
      <table class="stack">
        <caption class="away">
          <Say text={words.placesCaption(indexName(page, index), group, view.wave.id)} />
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
  const { words, format, view, book } = page
  const all = rankingsOf(page)
  if (all.length === 0) return null
  const tables = Math.floor(room / fewest)
  const headline = all.filter(({ index }) => index === view.headline?.id)
  const rankings = all.length > tables ? headline.slice(0, tables) : all
  const most = rowsThatFit(rankings)
  return (
    <section id="places">
      <h2>{words.placesHead}</h2>
      <p>
        {words.placesWhat(format.count(book.study.minimum_n))}{' '}
        {rankings.length < all.length && words.placesMost}
      </p>
      {view.groups.segments.map(({ id }) => {
        const own = rankings.filter(({ first }) => first.segment === id)
        return (
          own.length > 0 && (
            <>
              <h3>
                <NameText {...segmentName(page, id)} />
              </h3>
              {own.map((ranking) => (
                <PlacesTable page={page} ranking={ranking} most={most} />
              ))}
            </>
          )
        )
      })}
    </section>
  )
}
