import { indexName, industryName, type Page, told } from '../book.ts'
import { Asked } from '../parts/Asked.tsx'
import { RestNote } from '../parts/BesideRest.tsx'
import { BeliefsOfIndustry } from '../parts/beliefs/BeliefsOfIndustry.tsx'
import { Downloads } from '../parts/Downloads.tsx'
import { DriversOfIndustry } from '../parts/drivers/DriversOfIndustry.tsx'
import { GapsOfIndustry } from '../parts/gaps/GapsOfIndustry.tsx'
import { GroupsOfIndustry } from '../parts/groups/GroupsOfIndustry.tsx'
import { History } from '../parts/History.tsx'
import { IntervalFigure } from '../parts/IntervalFigure.tsx'
import { Layout } from '../parts/Layout.tsx'
import { Pairs } from '../parts/Pairs.tsx'
import { RankingTable } from '../parts/RankingTable.tsx'
import { NameText, Say } from '../parts/Say.tsx'
import { ChangeText, ScoreText } from '../parts/Score.tsx'
import { UnrankedList } from '../parts/Unranked.tsx'
import { breakSentence, cautionSentence } from '../reasons.ts'
import { named } from '../sentence.ts'
import { isRanked, isShown, rowOf } from '../verdicts.ts'
import { has, key } from '../view.ts'

function IndexSection({ page, id, index }: { page: Page; id: string; index: string }) {
  const { words, view } = page
  const name = named(industryName(page, id).name)
  const own = rowOf(view, index, 'industry', id)
  const rows = view.members.get(key(index, id)) ?? []
  const ranked = rows.filter(isRanked)
  const why = breakSentence(page, index)
  const mind = why.length > 0 ? why : cautionSentence(page, index)
  return (
    <section>
      <h2>
        <NameText {...indexName(page, index, true)} />
      </h2>
      {own && (
        <p class="own">
          <Say text={words.industryScore(name)} />: <ScoreText page={page} row={own} />
          {isShown(own) && (
            <>
              {' '}
              · <ChangeText page={page} row={own} />
            </>
          )}
        </p>
      )}
      {mind.length > 0 && (
        <p class="small">
          <Say text={mind} />
        </p>
      )}
      {isShown(own) && own.change !== null && (
        <p class="small">{words.industryChange(page.book.study.aggregate)}</p>
      )}
      <div class="grid">
        <div>
          <IntervalFigure page={page} id={`now-${index}`} index={index} rows={rows} shared={key(index, id)} />
        </div>
        <div>
          <History page={page} index={index} level="industry" id={id} name={name} />
        </div>
      </div>
      {ranked.length > 0 && (
        <RankingTable
          page={page}
          caption={words.industryCaption(name, indexName(page, index), view.wave.id)}
          rows={ranked}
          within
        />
      )}
      {ranked.length > 0 && <RestNote page={page} index={index} industry={id} />}
      <UnrankedList page={page} rows={rows.filter((row) => !isRanked(row))} />
      <Asked page={page} index={index} />
      <Pairs page={page} index={index} industry={id} />
    </section>
  )
}

/** One industry: its score, its companies, who differs from whom, and its history. */
export function Industry({ page, id }: { page: Page; id: string }) {
  const { words, format, view, book } = page
  const name = industryName(page, id).name
  return (
    <Layout
      page={page}
      title={`${name} ${view.wave.id}`}
      description={`${told(page, book.study.title)}: ${name}, ${words.edition(view.wave.id)}.`}
      trail={[named(name)]}
    >
      <p class="kicker">
        {words.industry} · {words.edition(view.wave.id)}
      </p>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <p class="small">{words.smallKey(format.confidence(book.study.confidence))}</p>
      {view.indices.map((index) => (
        <IndexSection page={page} id={id} index={index.id} />
      ))}
      <GapsOfIndustry page={page} id={id} name={named(name)} />
      <DriversOfIndustry page={page} id={id} name={named(name)} />
      <BeliefsOfIndustry page={page} id={id} />
      <GroupsOfIndustry page={page} id={id} name={named(name)} />
      <Downloads
        page={page}
        tables={[
          ...['scores', 'against_rest', 'comparisons'],
          ...(view.gaps.groups.has(key('industry', id)) ? ['industry_gaps', 'gaps'] : []),
          ...(view.gaps.need.has(key('industry', id)) ? ['need_met'] : []),
          ...(view.beliefs.indices.length > 0 ? ['beliefs'] : []),
          ...(has(view, { kind: 'groups' }) ? ['segments'] : []),
          ...(view.drivers.rows.has(key('industry', id)) ? ['drivers', 'makes_up', 'promise_effect'] : []),
        ]}
      />
    </Layout>
  )
}
