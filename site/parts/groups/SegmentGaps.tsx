import type { SegmentGapRow } from '../../../pipeline/tables.ts'
import { companyName, type Page } from '../../book.ts'
import { touchpointName } from '../../gap-sentences.ts'
import { groupName } from '../../group-sentences.ts'
import { apartOf, isGroupGapShown, servedOf } from '../../group-verdicts.ts'
import { key } from '../../rows.ts'
import { named, type Sentence } from '../../sentence.ts'
import { Estimate } from '../Estimate.tsx'
import { NameText, Say } from '../Say.tsx'
import { FromCustomers, FromIndustry } from './Differences.tsx'
import { Most, most } from './Most.tsx'

interface Props {
  page: Page
  caption: Sentence
  rows: readonly SegmentGapRow[]
  company: boolean
}

function GapTable({ page, caption, rows, company }: Props) {
  const { words } = page
  const beside = company ? words.besideSame : words.besideCustomers
  if (rows.length === 0) return null
  return (
    <>
      <table class="stack many">
        <caption>
          <Say text={caption} />
        </caption>
        <thead>
          <tr>
            {company && <th scope="col">{words.company}</th>}
            <th scope="col">{words.touchpoint}</th>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.gap}</th>
            <th scope="col">{beside}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr>
              {company && (
                <th scope="row" class="who">
                  <NameText {...companyName(page, row.entity_id)} />
                </th>
              )}
              {company ? (
                <td>
                  <NameText {...touchpointName(page, row.touchpoint)} />
                </td>
              ) : (
                <th scope="row">
                  <NameText {...touchpointName(page, row.touchpoint)} />
                </th>
              )}
              <td>
                <Say text={groupName(page, row)} />
              </td>
              <td data-label={words.gap}>
                {isGroupGapShown(row) && (
                  <Estimate page={page} value={row.gap} low={row.low} high={row.high} n={row.n} signed />
                )}
              </td>
              <td data-label={beside}>
                {company ? <FromIndustry page={page} row={row} /> : <FromCustomers page={page} row={row} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <p class="small">
          <Most page={page} all={rows.length} />
        </p>
      )}
    </>
  )
}

/** Where what customers got, beside what they expected, clearly differs between groups. Nothing where no gap is shown. */
export function SegmentGaps({ page }: { page: Page }) {
  const { words, view } = page
  const all = view.groups.gaps.get(key('all', 'all')) ?? []
  const own = [...view.groups.gaps.values()].flat().filter(({ level }) => level === 'company')
  if (![...all, ...own].some(isGroupGapShown)) return null
  const apart = apartOf(all)
  const served = servedOf(own)
  return (
    <section id="gaps">
      <h2>{words.groupGapsHead}</h2>
      <p>
        {words.gapShort} {apart.compared > 0 && words.groupGapsFound(apart.found.length, apart.compared)}
      </p>
      <GapTable
        page={page}
        caption={words.groupGapsCaption(named(words.groupEveryone), view.wave.id)}
        rows={apart.found}
        company={false}
      />
      {served.compared > 0 && (
        <p>{words.groupGapsServed(served.worse.length, served.better.length, served.compared)}</p>
      )}
      <GapTable page={page} caption={[words.groupGapsWorse(view.wave.id)]} rows={served.worse} company />
      <GapTable page={page} caption={[words.groupGapsBetter(view.wave.id)]} rows={served.better} company />
    </section>
  )
}
