import { indexInText, type Page, told } from '../book.ts'
import {
  allGroups,
  groupHeadline,
  groupLead,
  segmentInText,
  segmentName,
  servedSentence,
} from '../group-sentences.ts'
import { apartOf, servedOf } from '../group-verdicts.ts'
import { Downloads } from '../parts/Downloads.tsx'
import { Division } from '../parts/groups/Division.tsx'
import { GroupPlaces } from '../parts/groups/GroupPlaces.tsx'
import { InIndustries } from '../parts/groups/InIndustries.tsx'
import { SegmentGaps } from '../parts/groups/SegmentGaps.tsx'
import { ServedShares } from '../parts/groups/ServedShares.tsx'
import { ServedTables } from '../parts/groups/ServedTable.tsx'
import { Withheld } from '../parts/groups/Withheld.tsx'
import { Layout } from '../parts/Layout.tsx'
import { NameText, Say } from '../parts/Say.tsx'
import { named } from '../sentence.ts'

/** Whom companies serve worse and better than their industry, index by index; those that do not lead are folded. */
function Served({ page }: { page: Page }) {
  const { words, view } = page
  const headline = view.headline?.id ?? ''
  const rowsOf = (index: string) => view.groups.companies.get(index) ?? []
  const others = view.indices.filter(({ id }) => id !== headline && servedOf(rowsOf(id)).compared > 0)
  return (
    <section id="served">
      <h2>{words.groupsServedHead}</h2>
      <p>
        <Say text={servedSentence(page, headline)} /> {words.servedRule}
      </p>
      <ServedTables page={page} index={headline} rows={rowsOf(headline)} />
      {others.map(({ id }) => (
        <details>
          <summary>
            <Say text={words.otherIndicesBy([indexInText(page, id)])} />
          </summary>
          <p>
            <Say text={servedSentence(page, id)} />
          </p>
          <ServedTables page={page} index={id} rows={rowsOf(id)} />
        </details>
      ))}
    </section>
  )
}

const tables = ['segments', 'served_worse', 'segment_gaps'] as const

/** Groups of customers: where they differ, whom companies serve worse, and rankings group by group. */
export function Groups({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const head = groupHeadline(page)
  const lead = groupLead(page)
  const index = view.headline?.id ?? ''
  const { segments } = view.groups
  const { compared, found } = apartOf(allGroups(page, index, 'all', 'all'))
  const above = found.filter(({ verdict }) => verdict === 'higher').length
  return (
    <Layout
      page={page}
      title={`${words.groupsName} ${view.wave.id}`}
      description={words.description(told(page, book.study.title), head)}
      trail={[named(words.groupsName)]}
    >
      <p class="kicker">
        {words.groupsName} · {words.edition(view.wave.id)}
      </p>
      <h1>
        <Say text={head} />
      </h1>
      <p class="lead">
        {lead} {words.groupsFound(above, found.length - above, compared)}
      </p>
      <p>
        <Say text={words.groupsWhat(words.list(segments.map(({ id }) => segmentInText(page, id))))} />
      </p>
      <ul class="jump">
        {segments.map(({ id }) => (
          <li>
            <NameText {...segmentName(page, id)} href={`#by-${id}`} />
          </li>
        ))}
        <li>
          <a href="#served">{words.groupsServedHead}</a>
        </li>
      </ul>
      {segments.map((segment) => (
        <Division page={page} segment={segment} />
      ))}
      <section>
        <h2>{words.mindHead}</h2>
        <ul>
          <li>{words.groupsCount(format.confidence(1 - book.study.confidence))}</li>
          <li>{words.groupsMind}</li>
          <li>{words.groupsPooled}</li>
        </ul>
      </section>
      <Served page={page} />
      <ServedShares page={page} index={index} />
      <InIndustries page={page} />
      <GroupPlaces page={page} />
      <SegmentGaps page={page} />
      <Withheld page={page} />
      <Downloads page={page} tables={tables.filter((table) => view.edition.tables[table].length > 0)} />
    </Layout>
  )
}
