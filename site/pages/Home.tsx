import { indexInText, indexName, industryName, type Page, to, told } from '../book.ts'
import { hasMoreThanTen } from '../mix.ts'
import { Asked } from '../parts/Asked.tsx'
import { Behind } from '../parts/Behind.tsx'
import { Changes } from '../parts/Changes.tsx'
import { IntervalFigure } from '../parts/IntervalFigure.tsx'
import { Layout } from '../parts/Layout.tsx'
import { MixAnswer } from '../parts/MixAnswer.tsx'
import { OneThing } from '../parts/OneThing.tsx'
import { RankingTable } from '../parts/RankingTable.tsx'
import { NameText, Say } from '../parts/Say.tsx'
import { ScoreText } from '../parts/Score.tsx'
import { leadSentence } from '../sentences.ts'
import { isRanked, rowOf } from '../verdicts.ts'
import { has } from '../view.ts'

/** Who leads and how surely, what changed, and how to read it. */
export function Home({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const { study } = book
  const index = view.headline?.id ?? ''
  const lead = leadSentence(page, index)
  const top = (view.companies.get(index) ?? []).filter(isRanked).slice(0, 10)
  const percent = format.confidence(study.confidence)
  const industries = view.industries
    .map((id) => ({ name: industryName(page, id), row: rowOf(view, index, 'industry', id) }))
    .sort((a, b) => format.compare(a.name.name, b.name.name))
  const others = view.indices.filter((other) => other.id !== index)
  return (
    <Layout
      page={page}
      title={words.edition(view.wave.id)}
      description={words.description(told(page, study.title), lead.head)}
      trail={[]}
    >
      <p class="kicker">
        {words.edition(view.wave.id)}
        {view.wave.fieldwork && <> · {words.fieldwork(format.dates(view.wave.fieldwork))}</>}
      </p>
      <h1>
        <Say text={lead.head} />
      </h1>
      {lead.more !== undefined && <p class="lead">{lead.more}</p>}
      <OneThing page={page} index={index} />
      {top.length > 0 && (
        <section>
          <IntervalFigure
            page={page}
            id="top"
            index={index}
            rows={top}
            part={words.topHead(top.length, indexInText(page, index))}
          />
          <RankingTable
            page={page}
            caption={words.topHead(top.length, indexInText(page, index))}
            rows={top}
          />
          <Asked page={page} index={index} />
          <p>
            <a class="onward" href={to(page, { kind: 'ranking', id: index })}>
              {words.wholeRanking}
            </a>
          </p>
        </section>
      )}
      {view.indices.length > 0 && (
        <Changes page={page} indices={view.indices.map((each) => each.id)} most={5} />
      )}
      {view.mix !== undefined && has(view, { kind: 'digital' }) && (
        <section>
          <h2>{words.mixHead(hasMoreThanTen(view.mix))}</h2>
          <MixAnswer page={page} mix={view.mix} short />
          <p>
            <a class="onward" href={to(page, { kind: 'digital' })}>
              {words.mixOnward}
            </a>
          </p>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{words.otherIndices}</h2>
          <ul class="cards">
            {others.map((other) => (
              <li>
                <h3>
                  <NameText {...indexName(page, other.id, true)} />
                </h3>
                <p>
                  <Say text={leadSentence(page, other.id).head} />.
                </p>
                <OneThing page={page} index={other.id} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Behind page={page} />
      {industries.length > 0 && (
        <section>
          <h2>{words.industries}</h2>
          <ul class="pairs">
            {industries.map(({ name, row }) => (
              <li>
                <NameText {...name} /> {row && <ScoreText page={page} row={row} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="read" id="read">
        <h2>{words.readHead}</h2>
        <dl>
          {words
            .read(percent, format.count(study.minimum_n), format.count(study.minimum_shown))
            .map(([term, meaning]) => (
              <div>
                <dt>{term}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
        </dl>
      </section>
    </Layout>
  )
}
