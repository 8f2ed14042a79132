import type { NeedMetRow } from '../../../pipeline/tables.ts'
import { indexInText, indexName, industryName, type Page, told } from '../../book.ts'
import { touchpointName } from '../../gap-sentences.ts'
import { industryNeeds, isNeedShown, metRows, needHeadline, needRow, servedRows } from '../../need.ts'
import { type Name, named } from '../../sentence.ts'
import { estimateText } from '../Estimate.tsx'
import { Say } from '../Say.tsx'
import { NeedFigure } from './NeedFigure.tsx'
import { NeedTable } from './NeedTable.tsx'

/** By whom the customer was served, in the language of the page. */
const servedName = (page: Page, served: string): Name => {
  const { channels } = page.book.study.need_met
  return named((Object.hasOwn(channels, served) && told(page, channels[served])) || served)
}

/** How many got what they needed, and how loyal both groups are; nothing where it is not shown. */
export function NeedSentence({ page, row }: { page: Page; row: NeedMetRow | undefined }) {
  const { words, format, book } = page
  if (row === undefined || !isNeedShown(row)) return null
  const { loyalty_met: met, loyalty_unmet: unmet } = row
  return (
    <Say
      text={words.needIs(
        indexInText(page, book.study.need_met.loyalty),
        format.percent(row.met),
        estimateText(page, met, row.loyalty_met_low, row.loyalty_met_high),
        estimateText(page, unmet, row.loyalty_unmet_low, row.loyalty_unmet_high),
        estimateText(page, row.difference, row.low, row.high, true),
      )}
    />
  )
}

/** By who served the customer; nothing where there are no rows. */
export function Served({ page, rows }: { page: Page; rows: readonly NeedMetRow[] }) {
  const { words, book } = page
  return (
    <NeedTable
      page={page}
      caption={words.servedCaption(indexName(page, book.study.need_met.loyalty))}
      head={words.servedWhy}
      rows={rows.map((row) => ({ name: servedName(page, row.served), row }))}
    />
  )
}

/** Whether needs were met, industry by industry, by who served the customer, and by touchpoint. */
export function Needs({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const index = indexName(page, book.study.need_met.loyalty)
  const all = needRow(page, 'all', 'all')
  const served = servedRows(page, 'all', 'all')
  const met = metRows(page, 'all', 'all')
  const together = all === undefined ? [] : [{ name: named(words.gapsTogether), row: all }]
  const industries = industryNeeds(page)
    .map((row) => ({ name: industryName(page, row.entity_id), row }))
    .sort((a, b) => format.compare(a.name.name, b.name.name))
  const rows = [...together, ...industries]
  if (rows.length + served.length + met.length === 0) return null
  const shown = [...rows.map(({ row }) => row), ...served, ...met].some(isNeedShown)
  return (
    <section id="needs">
      <h2>{rows.length > 0 ? words.needHead : words.metHead}</h2>
      {industries.some(({ row }) => isNeedShown(row)) && (
        <p>
          <Say text={needHeadline(page)} />.
        </p>
      )}
      {shown && (
        <p>
          {all !== undefined && isNeedShown(all) && `${words.gapsTogether}: `}
          <NeedSentence page={page} row={all} /> {words.needNoProof}
        </p>
      )}
      <NeedFigure
        page={page}
        rows={rows.flatMap(({ name, row }) => (isNeedShown(row) ? [{ name: name.name, row }] : []))}
      />
      <NeedTable page={page} caption={words.needCaption(index, view.wave.id)} head={words.who} rows={rows} />
      {served.length > 0 && <h3>{words.servedHead}</h3>}
      <Served page={page} rows={served} />
      {met.length > 0 && rows.length > 0 && <h3>{words.metHead}</h3>}
      <NeedTable
        page={page}
        caption={words.metCaption(index)}
        head={words.touchpoint}
        share={words.gotExpected}
        rows={met.map((row) => ({ name: touchpointName(page, row.basis), row }))}
      />
      {shown && <p class="small">{words.needCount(format.confidence(1 - book.study.confidence))}</p>}
    </section>
  )
}
