import type { DriverRow } from '../../../pipeline/tables.ts'
import { indexName, industryName, type Page } from '../../book.ts'
import { driverMissing, driversOf, driverText, lostOf } from '../../driver-sentences.ts'
import { advised, isScored, isWeighed, type Kind, kinds } from '../../driver-verdicts.ts'
import { type Name, named, type Sentence } from '../../sentence.ts'
import { NameText, Say } from '../Say.tsx'
import { MapFigure } from './MapFigure.tsx'

interface Industry {
  id: string
  name: Name
  rows: DriverRow[]
}

/** The industries that have rows of drivers, by name. */
const industriesOf = (page: Page): Industry[] =>
  page.view.industries
    .map((id) => ({ id, name: industryName(page, id), rows: driversOf(page, 'industry', id) }))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => page.format.compare(a.name.name, b.name.name))

/** In how many industries a driver acts how, and is first to fix. */
function countSentence(page: Page, driver: string, industries: readonly Industry[]): Sentence | undefined {
  const { words } = page
  const rows = industries.flatMap(({ rows }) => rows.filter((row) => row.driver === driver && isWeighed(row)))
  if (rows.length < 2) return undefined
  const parts = kinds.flatMap((kind) => {
    const n = rows.filter((row) => row.kind === kind).length
    return n === 0 ? [] : [words.kindIn(words.kindIs[kind], n)]
  })
  const first = advised(rows, 'fix_first').length
  return parts.length === 0
    ? undefined
    : words.kindCounts(driverText(page, driver), words.list(parts), rows.length, first)
}

const columns: readonly (readonly Kind[])[] = [
  ['basic'],
  ['performance'],
  ['excitement'],
  ['none', 'not_interpretable'],
]

/** What is to be fixed first, with the points that it costs. */
function First({ page, row }: { page: Page; row: DriverRow }) {
  const name = named(indexName(page, row.driver).name)
  const lost = lostOf(page, row)
  return lost === undefined ? <NameText {...name} /> : <Say text={page.words.lostAt(name, ...lost)} />
}

function Cells({ page, rows }: { page: Page; rows: readonly DriverRow[] }) {
  const { words } = page
  const first = advised(rows, 'fix_first')
  const head = (among: readonly Kind[]) =>
    among.length === 1 && among[0] !== undefined ? words.kindIs[among[0]] : words.kindsUnclear
  return (
    <>
      {columns.map((among) => {
        const those = rows.filter(({ kind }) => kind !== null && among.includes(kind))
        return (
          <td data-label={head(among)}>
            {those.length === 0
              ? '–'
              : those.map(({ driver }, i) => (
                  <>
                    {i > 0 && ', '}
                    <NameText {...named(indexName(page, driver).name)} />
                  </>
                ))}
          </td>
        )
      })}
      <td data-label={words.fixFirstLost}>
        {first.length === 0
          ? '–'
          : first.map((row, i) => (
              <>
                {i > 0 && <br />}
                <First page={page} row={row} />
              </>
            ))}
      </td>
    </>
  )
}

function KindsTable({ page, industries }: { page: Page; industries: readonly Industry[] }) {
  const { words, view } = page
  return (
    <table class="stack many">
      <caption>{words.kindsCaption(view.wave.id)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.industry}</th>
          <th scope="col">{words.kindIs.basic}</th>
          <th scope="col">{words.kindIs.performance}</th>
          <th scope="col">{words.kindIs.excitement}</th>
          <th scope="col">{words.kindsUnclear}</th>
          <th scope="col">{words.fixFirstLost}</th>
        </tr>
      </thead>
      <tbody>
        {industries.map(({ name, rows }) => {
          const shown = rows.filter(isScored)
          const [first] = rows
          return (
            <tr>
              <th scope="row">
                <NameText {...name} />
              </th>
              {shown.some((row) => row.kind !== null) ? (
                <Cells page={page} rows={shown} />
              ) : (
                <td colSpan={5} class="missing">
                  {first === undefined || first.published
                    ? words.importanceUnknown
                    : driverMissing(page, first)}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** How the drivers act in each industry, what to fix first there, and importance beside performance. */
export function ByIndustry({ page }: { page: Page }) {
  const { words, view } = page
  const industries = industriesOf(page)
  if (industries.length === 0) return null
  const sentences = view.drivers.drivers.flatMap((driver) => {
    const said = countSentence(page, driver, industries)
    return said === undefined ? [] : [said]
  })
  const drawn = industries.filter(({ rows }) => rows.some(isWeighed))
  return (
    <section id="industries">
      <h2>{words.driversByIndustry}</h2>
      {sentences.length > 0 && (
        <ul>
          {sentences.map((sentence) => (
            <li>
              <Say text={sentence} />
            </li>
          ))}
        </ul>
      )}
      <KindsTable page={page} industries={industries} />
      <p class="small">{words.driversByIndustryNote}</p>
      <div class="grid">
        {drawn.map(({ id, name, rows }) => (
          <div>
            <h3>
              <NameText {...name} />
            </h3>
            <MapFigure page={page} id={`map-${id}`} name={named(name.name)} rows={rows} small />
          </div>
        ))}
      </div>
    </section>
  )
}
