import type { PublicIndex } from '../../pipeline/publication.ts'
import type { Score } from '../../pipeline/tables.ts'
import { indexInText, indexName, industryName, type Page, to, told } from '../book.ts'
import { Basis } from '../parts/Basis.tsx'
import { Changes } from '../parts/Changes.tsx'
import { Downloads } from '../parts/Downloads.tsx'
import { History } from '../parts/History.tsx'
import { IntervalFigure } from '../parts/IntervalFigure.tsx'
import { Layout } from '../parts/Layout.tsx'
import { OneThing } from '../parts/OneThing.tsx'
import { RankingTable } from '../parts/RankingTable.tsx'
import { NameText, Say } from '../parts/Say.tsx'
import { Unranked } from '../parts/Unranked.tsx'
import { named } from '../sentence.ts'
import { leadSentence } from '../sentences.ts'
import { isRanked, isShown } from '../verdicts.ts'
import { key } from '../view.ts'

/** More rows than this are drawn industry by industry. */
const longest = 30

function ByIndustry({ page, index }: { page: Page; index: string }) {
  const { words, format, view, book } = page
  return (
    <section>
      <h2>{words.byIndustry}</h2>
      <p class="small">{words.smallKey(format.confidence(book.study.confidence))}</p>
      <div class="grid">
        {view.industries.map((id) => {
          const rows = view.members.get(key(index, id)) ?? []
          return (
            rows.some(isShown) && (
              <div>
                <h3>
                  <NameText {...industryName(page, id)} />
                </h3>
                <IntervalFigure
                  page={page}
                  id={`industry-${id}`}
                  index={index}
                  rows={rows}
                  shared={key(index, id)}
                />
              </div>
            )
          )
        })}
      </div>
    </section>
  )
}

/** The ranking of one index. */
export function Ranking({ page, index }: { page: Page; index: PublicIndex }) {
  const { words, view } = page
  const rows: readonly Score[] = view.companies.get(index.id) ?? []
  const ranked = rows.filter(isRanked)
  const lead = leadSentence(page, index.id)
  const label = indexName(page, index.id)
  const cut = rows.length > longest
  const past = view.past.has(key(index.id, 'all', 'all'))
  const why = told(page, index.why)
  return (
    <Layout
      page={page}
      title={`${label.name} ${view.wave.id}`}
      description={words.description(label.name, lead.head)}
      trail={[label]}
    >
      <p class="kicker">
        <bdi>{label.name}</bdi> · {words.edition(view.wave.id)}
      </p>
      <h1>
        <Say text={lead.head} />
      </h1>
      {lead.more !== undefined && <p class="lead">{lead.more}</p>}
      {why !== '' && (
        <p>
          <bdi>{why}</bdi>
        </p>
      )}
      <OneThing page={page} index={index.id} />
      <IntervalFigure
        page={page}
        id="ranking"
        index={index.id}
        rows={cut ? ranked.slice(0, 20) : rows}
        part={cut ? words.topHead(Math.min(20, ranked.length), indexInText(page, index.id)) : undefined}
      />
      <Basis page={page} index={index.id} />
      {ranked.length > 0 && (
        <RankingTable page={page} caption={words.rankingCaption(label, view.wave.id)} rows={ranked} />
      )}
      <p class="small">
        <a href={`${to(page, { kind: 'home' })}#read`}>{words.readHead}</a>
      </p>
      <Unranked page={page} rows={rows.filter((row) => !isRanked(row))} />
      <Changes page={page} indices={[index.id]} />
      {cut && <ByIndustry page={page} index={index.id} />}
      {past && (
        <section>
          <h2>{words.history}</h2>
          <h3>{words.allTogether}</h3>
          <History page={page} index={index.id} level="all" id="all" name={named(words.allTogether)} />
        </section>
      )}
      <Downloads
        page={page}
        tables={['scores', 'comparisons', 'reliability', ...(past ? ['history'] : [])]}
      />
    </Layout>
  )
}
