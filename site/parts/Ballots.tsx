import type { PublicStudy } from '../../pipeline/publication.ts'
import type { ExperimentRow } from '../../pipeline/tables.ts'
import { indexInText, indexName, type Page, told } from '../book.ts'
import { type Name, named, type Sentence } from '../sentence.ts'
import { missingText, rangeText, sameSide } from '../sentences.ts'
import { NameText, Say } from './Say.tsx'

type Ballot = PublicStudy['experiments'][number]
type Halves = readonly [a: Name, b: Name]
type Shown = ExperimentRow & { score_a: number; score_b: number }
type Tested = Shown & { difference: number }

const isShown = (row: ExperimentRow): row is Shown =>
  row.published && row.score_a !== null && row.score_b !== null
const isTested = (row: ExperimentRow): row is Tested => isShown(row) && row.difference !== null

/** What a half is called: by the contract, else by its value. */
function halfName(page: Page, { halves }: Ballot, value: string): Name {
  const [, words] = Object.entries(halves).find(([half]) => half === value) ?? []
  return named(told(page, words) || value)
}

function clearSentence(page: Page, row: Tested, [a, b]: Halves): Sentence {
  const { words, format } = page
  const { index, difference, low, high } = row
  const [higher, lower] = difference > 0 ? [b, a] : [a, b]
  const range =
    low === null || high === null ? words.noInterval : format.range(...sameSide(difference, low, high))
  return words.halfHigher(indexInText(page, index), higher, lower, format.score(Math.abs(difference)), range)
}

/** The clear differences, then where there is none. */
function findings(page: Page, rows: readonly ExperimentRow[], halves: Halves): Sentence[] {
  const { words } = page
  const tested = rows.filter(isTested)
  const clear = tested.filter(({ verdict }) => verdict === 'a_higher' || verdict === 'b_higher')
  const alike = tested
    .filter(({ verdict }) => verdict === 'no_clear_difference')
    .map(({ index }) => indexInText(page, index))
  return [
    ...clear.map((row) => clearSentence(page, row, halves)),
    ...(alike.length > 0 ? [words.halvesAlike(words.list(alike), alike.length, clear.length > 0)] : []),
  ]
}

function Row({ page, row, halves }: { page: Page; row: ExperimentRow; halves: Halves }) {
  const { words, format } = page
  const clear = row.verdict === 'a_higher' || row.verdict === 'b_higher'
  return (
    <tr>
      <th scope="row" class="unbroken">
        <NameText {...indexName(page, row.index)} />
      </th>
      {isShown(row) ? (
        <>
          <td data-label={halves[0].name}>
            <b>{format.score(row.score_a)}</b> ({rangeText(page, row.score_a_low, row.score_a_high)}),{' '}
            {words.base(format.count(row.n_a))}
          </td>
          <td data-label={halves[1].name}>
            <b>{format.score(row.score_b)}</b> ({rangeText(page, row.score_b_low, row.score_b_high)}),{' '}
            {words.base(format.count(row.n_b))}
          </td>
          <td data-label={words.difference}>
            {isTested(row)
              ? words.changeIs(format.change(row.difference), rangeText(page, row.low, row.high))
              : '–'}
          </td>
          <td data-label={words.verdictHead} class={clear ? 'who' : 'quiet'}>
            {isTested(row) && row.verdict !== null ? words.halfVerdict[row.verdict] : words.halfUntested}
          </td>
        </>
      ) : (
        <td colSpan={4} class="missing">
          {missingText(page, { ...row, n: Math.min(row.n_a, row.n_b) })}
        </td>
      )}
    </tr>
  )
}

function One({ page, ballot, rows }: { page: Page; ballot: Ballot; rows: readonly ExperimentRow[] }) {
  const { words, format, view, book } = page
  const [first] = rows
  if (first === undefined) return null
  const halves: Halves = [halfName(page, ballot, first.half_a), halfName(page, ballot, first.half_b)]
  const label = named(told(page, ballot.label) || ballot.id)
  const tested = rows.filter((row) => row.p_value !== null).length
  const percent = format.confidence(book.study.confidence)
  return (
    <>
      <h3>
        <NameText {...label} />
      </h3>
      {findings(page, rows, halves).map((text) => (
        <p>
          <Say text={text} />
        </p>
      ))}
      <table class="stack">
        <caption>
          <Say text={words.ballotCaption(label, view.wave.id)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.index}</th>
            {halves.map((half) => (
              <th scope="col">
                <Say text={words.halfHead(half)} />
              </th>
            ))}
            <th scope="col">{words.halfDifference(percent)}</th>
            <th scope="col">{words.verdictHead}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row page={page} row={row} halves={halves} />
          ))}
        </tbody>
      </table>
      {tested > 1 && <p class="small">{words.ballotHolm(tested)}</p>}
    </>
  )
}

/** What the order of questions does to the answers; nothing where the edition has no split ballot. */
export function Ballots({ page }: { page: Page }) {
  const { words, view, book } = page
  const held = book.study.experiments.filter(({ id }) => view.experiments.has(id))
  if (held.length === 0) return null
  return (
    <section id="order">
      <h2>{words.ballotsHead}</h2>
      <p>{words.ballotsWhy}</p>
      {held.map((ballot) => (
        <One page={page} ballot={ballot} rows={view.experiments.get(ballot.id) ?? []} />
      ))}
    </section>
  )
}
