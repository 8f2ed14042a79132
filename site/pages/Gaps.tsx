import { industryName, type Page, told } from '../book.ts'
import { allGaps, causesSentence, gapHeadline, togetherRows } from '../gap-sentences.ts'
import { diagnosesOf, isIndustryGapShown } from '../gap-verdicts.ts'
import { Downloads } from '../parts/Downloads.tsx'
import { Diagnoses } from '../parts/gaps/Diagnoses.tsx'
import { GapFigure } from '../parts/gaps/GapFigure.tsx'
import { GapsAsked } from '../parts/gaps/GapsAsked.tsx'
import { GroupGaps } from '../parts/gaps/GroupGaps.tsx'
import { Journey } from '../parts/gaps/Journey.tsx'
import { Mind } from '../parts/gaps/Mind.tsx'
import { Needs } from '../parts/gaps/Needs.tsx'
import { Layout } from '../parts/Layout.tsx'
import { NameText, Say } from '../parts/Say.tsx'
import { key } from '../rows.ts'
import { named } from '../sentence.ts'

function Together({ page }: { page: Page }) {
  const { words } = page
  const rows = togetherRows(page)
  if (rows.length === 0) return null
  const name = named(words.gapsTogether)
  return (
    <section>
      <h2>{words.gapsTogether}</h2>
      <GapFigure page={page} id="together" name={name} rows={rows} />
      <GroupGaps page={page} name={name} rows={rows} />
    </section>
  )
}

function Found({ page }: { page: Page }) {
  const { words, format, book } = page
  const { compared, found } = diagnosesOf(allGaps(page))
  if (compared === 0) return null
  return (
    <section id="diagnoses">
      <h2>{words.diagnosesHead}</h2>
      <p>{words.diagnosesRule}</p>
      <p>{words.diagnosesCount(compared, found.length, format.confidence(1 - book.study.confidence))}</p>
      <Diagnoses page={page} found={found} />
    </section>
  )
}

function ByIndustry({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const industries = view.industries.flatMap((id) => {
    const rows = view.gaps.groups.get(key('industry', id)) ?? []
    return rows.some(isIndustryGapShown) ? [{ id, name: industryName(page, id), rows }] : []
  })
  if (industries.length === 0) return null
  return (
    <section>
      <h2>{words.gapsByIndustry}</h2>
      <p class="small">
        {words.gapChartKey(format.confidence(book.study.confidence))} {words.gapsByIndustryNote}
      </p>
      <div class="grid">
        {industries.map(({ id, name, rows }) => (
          <div>
            <h3>
              <NameText {...name} />
            </h3>
            <GapFigure page={page} id={`industry-${id}`} name={named(name.name)} rows={rows} shared={id} />
          </div>
        ))}
      </div>
    </section>
  )
}

const tables = ['gaps', 'industry_gaps', 'journey', 'need_met'] as const

/** What customers expected and what they got: where companies fall behind, and whether needs were met. */
export function Gaps({ page }: { page: Page }) {
  const { words, view, book } = page
  const head = gapHeadline(page)
  const { found } = diagnosesOf(allGaps(page))
  const causes = causesSentence(page, found)
  const touchpoints = view.gaps.touchpoints.length > 0
  return (
    <Layout
      page={page}
      title={`${words.gapsName} ${view.wave.id}`}
      description={words.description(told(page, book.study.title), head)}
      trail={[named(words.gapsName)]}
    >
      <p class="kicker">
        {words.gapsName} · {words.edition(view.wave.id)}
      </p>
      <h1>
        <Say text={head} />
      </h1>
      {causes !== undefined && <p class="lead">{causes}</p>}
      {touchpoints && <p>{words.gapsWhat}</p>}
      <Together page={page} />
      {touchpoints && (
        <section>
          <h2>{words.mindHead}</h2>
          <Mind page={page} rows={togetherRows(page)} />
        </section>
      )}
      <Found page={page} />
      <Journey page={page} />
      <ByIndustry page={page} />
      <Needs page={page} />
      <GapsAsked page={page} />
      <Downloads page={page} tables={tables.filter((table) => view.edition.tables[table].length > 0)} />
    </Layout>
  )
}
