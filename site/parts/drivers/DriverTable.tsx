import type { ComponentChildren } from 'preact'
import type { DriverRow } from '../../../pipeline/tables.ts'
import { indexName, type Page } from '../../book.ts'
import { driverMissing, importanceText, kindName } from '../../driver-sentences.ts'
import { type Advice, advices, isScored, isWeighed, matters, type Scored } from '../../driver-verdicts.ts'
import type { Name, Sentence } from '../../sentence.ts'
import { Estimate } from '../Estimate.tsx'
import { NameText, Say } from '../Say.tsx'

interface Column {
  head: string
  /** of a row whose score is shown */
  cell: (row: Scored) => ComponentChildren
}

/** The advice of a row, where the driver matters. */
export const adviceOf = (row: DriverRow): Advice =>
  (matters(row) && advices.find((one) => one === row.advice)) || 'none'

export const Importance = ({ page, row }: { page: Page; row: DriverRow }) =>
  isWeighed(row) ? (
    <span class={matters(row) ? undefined : 'quiet'}>{importanceText(page, row)}</span>
  ) : (
    <span class="missing">{page.words.importanceUnknown}</span>
  )

/** How much each driver matters, where it stands now, how it acts, and what to do. */
const weighing = (page: Page): Column[] => [
  { head: page.words.importance, cell: (row) => <Importance page={page} row={row} /> },
  {
    head: page.words.driverScore,
    cell: (row) => <Estimate page={page} value={row.score} low={row.low} high={row.high} />,
  },
  { head: page.words.howItActs, cell: ({ kind }) => kindName(page, kind) },
  {
    head: page.words.advice,
    cell: (row) => {
      const advice = adviceOf(row)
      return advice === 'none' ? '–' : <strong>{page.words.adviceIs[advice]}</strong>
    },
  },
]

const Signed = ({
  page,
  value,
  low,
  high,
}: {
  page: Page
  value: number | null
  low: number | null
  high: number | null
}) =>
  value === null ? (
    <span class="missing">{page.words.endsFew}</span>
  ) : (
    <Estimate page={page} value={value} low={low} high={high} signed />
  )

/** What each driver costs and gives, and the points that are lost. */
const costing = (page: Page): Column[] => [
  {
    head: page.words.penalty,
    cell: (row) => <Signed page={page} value={row.penalty} low={row.penalty_low} high={row.penalty_high} />,
  },
  {
    head: page.words.reward,
    cell: (row) => <Signed page={page} value={row.reward} low={row.reward_low} high={row.reward_high} />,
  },
  {
    head: page.words.lost,
    cell: (row) =>
      row.lost === null ? (
        '–'
      ) : (
        <Estimate page={page} value={row.lost} low={row.lost_low} high={row.lost_high} />
      ),
  },
]

interface Props {
  page: Page
  caption: Sentence
  rows: readonly DriverRow[]
}

interface TableProps extends Props {
  columns: readonly Column[]
}

const Base = ({ page, n }: { page: Page; n: number }) => (
  <span class="industry">{page.words.base(page.format.count(n))}</span>
)

/** A table of drivers; a reason stands where figures are not shown. */
export function DriverColumns({ page, caption, rows, columns }: TableProps) {
  const link = (id: string): Name =>
    indexName(
      page,
      id,
      page.view.indices.some((index) => index.id === id),
    )
  return (
    <table class="stack many">
      <caption>
        <Say text={caption} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{page.words.driver}</th>
          {columns.map(({ head }) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <NameText {...link(row.driver)} />
              {row.published && <Base page={page} n={row.n} />}
            </th>
            {isScored(row) ? (
              columns.map(({ head, cell }) => <td data-label={head}>{cell(row)}</td>)
            ) : (
              <td colSpan={columns.length} class="missing">
                {driverMissing(page, row)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Importance, score, kind and advice of the drivers of an industry, or of all. */
export const ImportanceTable = (props: Props) => <DriverColumns {...props} columns={weighing(props.page)} />

/** Penalty, reward and points lost of the drivers of an industry, or of all. */
export const CostTable = (props: Props) => <DriverColumns {...props} columns={costing(props.page)} />
