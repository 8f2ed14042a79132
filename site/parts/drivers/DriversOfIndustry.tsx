import { type Page, to } from '../../book.ts'
import { driverShares, driversOf, firstList, lossSentences } from '../../driver-sentences.ts'
import { isPairShown, isPromiseShown, isWeighed } from '../../driver-verdicts.ts'
import { key } from '../../rows.ts'
import type { Name } from '../../sentence.ts'
import { has } from '../../view.ts'
import { Say } from '../Say.tsx'
import { CostTable, ImportanceTable } from './DriverTable.tsx'
import { PairList } from './MakesUp.tsx'
import { PromiseTable } from './Promises.tsx'

/** What matters in an industry, how it acts, and what to fix first there. */
export function DriversOfIndustry({ page, id, name }: { page: Page; id: string; name: Name }) {
  const { words, view } = page
  const rows = driversOf(page, 'industry', id)
  const promises = view.drivers.promises.get(key('industry', id)) ?? []
  if (!has(view, { kind: 'drivers' }) || rows.length + promises.length === 0) return null
  const first = firstList(page, rows)
  const weighed = rows.some(isWeighed)
  return (
    <section id="drivers">
      <h2>{words.driversName}</h2>
      {weighed && (
        <p>
          <Say
            text={
              first.rows.length > 0
                ? words.industryFix(first.list, first.rows.length > 1)
                : [words.industryNoFix]
            }
          />{' '}
          {lossSentences(page, first.rows).map((sentence) => (
            <>
              <Say text={sentence} />{' '}
            </>
          ))}
          <Say text={driverShares(page, rows)} />
        </p>
      )}
      <p>
        <a href={to(page, { kind: 'drivers' })}>{words.moreDrivers}</a>
      </p>
      {rows.length > 0 && (
        <ImportanceTable page={page} caption={words.driversCaption(name, view.wave.id)} rows={rows} />
      )}
      {weighed && <CostTable page={page} caption={words.penaltyCaption(name, view.wave.id)} rows={rows} />}
      {(view.drivers.makesUp.get(key('industry', id)) ?? []).some(isPairShown) && (
        <h3>{words.makesUpHead}</h3>
      )}
      <PairList page={page} level="industry" id={id} />
      {promises.some(isPromiseShown) && <h3>{words.promiseHead}</h3>}
      {promises.some(isPromiseShown) && <PromiseTable page={page} name={name} rows={promises} />}
    </section>
  )
}
