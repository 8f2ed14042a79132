import { type Page, told } from '../book.ts'
import {
  driverHeadline,
  driverShares,
  everyoneName,
  firstList,
  lossSentences,
  outcomeText,
  togetherDrivers,
} from '../driver-sentences.ts'
import { isFormed, isWeighed } from '../driver-verdicts.ts'
import { Downloads } from '../parts/Downloads.tsx'
import { ByIndustry } from '../parts/drivers/ByIndustry.tsx'
import { CostFigure } from '../parts/drivers/CostFigure.tsx'
import { DriverLimits } from '../parts/drivers/DriverLimits.tsx'
import { DriversAsked } from '../parts/drivers/DriversAsked.tsx'
import { CostTable, ImportanceTable } from '../parts/drivers/DriverTable.tsx'
import { ImportanceFigure } from '../parts/drivers/ImportanceFigure.tsx'
import { Kinds } from '../parts/drivers/Kinds.tsx'
import { MakesUp } from '../parts/drivers/MakesUp.tsx'
import { MapFigure } from '../parts/drivers/MapFigure.tsx'
import { Promises } from '../parts/drivers/Promises.tsx'
import { Layout } from '../parts/Layout.tsx'
import { Say } from '../parts/Say.tsx'
import { named } from '../sentence.ts'

/** What is to be fixed first over all, and the rule behind the advice. */
function First({ page }: { page: Page }) {
  const { words, format, book } = page
  const rows = togetherDrivers(page)
  const first = firstList(page, rows)
  return (
    <section id="first">
      <h2>{words.adviceHead}</h2>
      <p>
        <Say
          text={
            first.rows.length > 0 ? words.adviceAll(first.list, first.rows.length > 1) : [words.adviceNone]
          }
        />{' '}
        {lossSentences(page, first.rows).map((sentence) => (
          <>
            <Say text={sentence} />{' '}
          </>
        ))}
      </p>
      <p class="small">{words.adviceCount(format.confidence(1 - book.study.confidence))}</p>
    </section>
  )
}

/** The drivers of all companies together: how much each matters, how it acts, what it costs, and where it stands. */
function Together({ page }: { page: Page }) {
  const { words, view } = page
  const rows = togetherDrivers(page)
  if (!rows.some(isWeighed)) return null
  const name = everyoneName(page)
  return (
    <>
      <First page={page} />
      <section id="importance">
        <h2>{words.importanceHead}</h2>
        <ImportanceFigure page={page} name={name} rows={rows} />
        <ImportanceTable page={page} caption={words.driversCaption(name, view.wave.id)} rows={rows} />
        <p class="small">{words.driversTieRule}</p>
      </section>
      <section id="kinds">
        <h2>{words.kindsHead}</h2>
        <p>{words.kindsLead}</p>
        <Kinds page={page} rows={rows} />
      </section>
      {rows.some(isFormed) && (
        <section id="cost">
          <h2>{words.penaltyHead}</h2>
          <p>{words.penaltyWhat}</p>
          <CostFigure page={page} name={name} rows={rows} />
          <CostTable page={page} caption={words.penaltyCaption(name, view.wave.id)} rows={rows} />
        </section>
      )}
      <section id="map">
        <h2>{words.mapHead}</h2>
        <MapFigure page={page} id="map" name={name} rows={rows} />
      </section>
    </>
  )
}

const tables = ['drivers', 'makes_up', 'promise_effect'] as const

/** What matters most for an index, how it acts, and what to fix first. */
export function Drivers({ page }: { page: Page }) {
  const { words, view, book } = page
  const asked = view.drivers.drivers.length > 0
  const head = driverHeadline(page)
  const shares = driverShares(page, togetherDrivers(page))
  return (
    <Layout
      page={page}
      title={`${words.driversName} ${view.wave.id}`}
      description={words.description(told(page, book.study.title), head)}
      trail={[named(words.driversName)]}
    >
      <p class="kicker">
        {words.driversName} · {words.edition(view.wave.id)}
      </p>
      <h1>
        <Say text={head} />
      </h1>
      {shares.length > 0 && (
        <p class="lead">
          <Say text={shares} />
        </p>
      )}
      {asked && (
        <p>
          <Say text={words.driversWhat(outcomeText(page))} />
        </p>
      )}
      <Together page={page} />
      <ByIndustry page={page} />
      <MakesUp page={page} />
      <Promises page={page} name={everyoneName(page)} />
      {asked && <DriverLimits page={page} />}
      <DriversAsked page={page} />
      <Downloads page={page} tables={tables.filter((table) => view.edition.tables[table].length > 0)} />
    </Layout>
  )
}
