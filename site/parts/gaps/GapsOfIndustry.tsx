import { type Page, to } from '../../book.ts'
import { allGaps } from '../../gap-sentences.ts'
import { diagnosesOf } from '../../gap-verdicts.ts'
import { key } from '../../rows.ts'
import type { Name } from '../../sentence.ts'
import { Diagnoses } from './Diagnoses.tsx'
import { GapFigure } from './GapFigure.tsx'
import { GroupGaps } from './GroupGaps.tsx'
import { Mind } from './Mind.tsx'
import { OwnNeeds } from './OwnNeeds.tsx'

/** The touchpoints of an industry, the diagnoses of its companies, and whether needs were met. */
export function GapsOfIndustry({ page, id, name }: { page: Page; id: string; name: Name }) {
  const { words, format, view, book } = page
  const rows = view.gaps.groups.get(key('industry', id)) ?? []
  const own = allGaps(page).filter(({ company_id }) => view.present.get(company_id)?.industry === id)
  const { compared, found } = diagnosesOf(own)
  return (
    <>
      {rows.length + own.length > 0 && (
        <section id="gaps">
          <h2>{words.gapsName}</h2>
          <p>
            {words.industryDiagnoses(found.length, compared)} {words.gapShort}{' '}
            <a href={to(page, { kind: 'gaps' })}>{words.moreGaps}</a>
          </p>
          <GapFigure page={page} id={`industry-${id}`} name={name} rows={rows} shared={id} />
          <p class="small">{words.gapChartKey(format.confidence(book.study.confidence))}</p>
          {rows.length > 0 && <GroupGaps page={page} name={name} rows={rows} />}
          <Diagnoses page={page} found={found} within />
          <Mind page={page} rows={rows} />
        </section>
      )}
      <OwnNeeds page={page} level="industry" id={id} name={name} />
    </>
  )
}
