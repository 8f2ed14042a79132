import type { DriverRow } from '../../../pipeline/tables.ts'
import { type Page, to } from '../../book.ts'
import { driversOf, kindName, ownAdvice } from '../../driver-sentences.ts'
import { toldOf } from '../../driver-verdicts.ts'
import type { Name } from '../../sentence.ts'
import { has } from '../../view.ts'
import { Estimate } from '../Estimate.tsx'
import { Say } from '../Say.tsx'
import { DriverColumns, Importance } from './DriverTable.tsx'

interface Props {
  page: Page
  id: string
  name: Name
  industry: string
}

/** What a company is advised to fix first, and its drivers beside the rest of its industry. */
export function DriversOfCompany({ page, id, name, industry }: Props) {
  const { words, view } = page
  const rows = driversOf(page, 'company', id)
  if (!has(view, { kind: 'drivers' }) || rows.length === 0) return null
  const beside = driversOf(page, 'industry', industry)
  const told = toldOf(rows, beside)
  const near = (row: DriverRow) => beside.find(({ driver }) => driver === row.driver)
  return (
    <section id="drivers">
      <h2>{words.driversName}</h2>
      {ownAdvice(page, rows, beside).map((sentence) => (
        <p>
          <Say text={sentence} />
        </p>
      ))}
      <DriverColumns
        page={page}
        caption={words.ownDriversCaption(name, view.wave.id)}
        rows={rows}
        columns={[
          {
            head: words.driverScore,
            cell: (row) => <Estimate page={page} value={row.score} low={row.low} high={row.high} />,
          },
          {
            head: words.besideRest,
            cell: ({ score_vs_rest: value, score_vs_rest_low: low, score_vs_rest_high: high }) =>
              value === null ? '–' : <Estimate page={page} value={value} low={low} high={high} signed />,
          },
          {
            head: words.importanceInIndustry,
            cell: (row) => {
              const own = near(row)
              return own === undefined ? '–' : <Importance page={page} row={own} />
            },
          },
          { head: words.actsInIndustry, cell: ({ kind }) => kindName(page, kind) },
          {
            head: words.advice,
            cell: (row) => {
              const advice = told.find((one) => one.row === row)?.advice
              return advice === undefined ? '–' : <strong>{words.adviceIs[advice]}</strong>
            },
          },
        ]}
      />
      <p>
        <a href={to(page, { kind: 'drivers' })}>{words.moreDrivers}</a>
      </p>
    </section>
  )
}
