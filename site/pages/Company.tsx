import { companyName, indexName, industryName, type Page, told } from '../book.ts'
import { RestNote, restOf } from '../parts/BesideRest.tsx'
import { BeliefsOfCompany } from '../parts/beliefs/BeliefsOfCompany.tsx'
import { CompanyNames } from '../parts/CompanyNames.tsx'
import { Downloads } from '../parts/Downloads.tsx'
import { DriversOfCompany } from '../parts/drivers/DriversOfCompany.tsx'
import { GapsOfCompany } from '../parts/gaps/GapsOfCompany.tsx'
import { GroupsOfCompany, tellsGroupsOf } from '../parts/groups/GroupsOfCompany.tsx'
import { History } from '../parts/History.tsx'
import { IndexCard, takesPoints } from '../parts/IndexCard.tsx'
import { IntervalFigure } from '../parts/IntervalFigure.tsx'
import { Items } from '../parts/Items.tsx'
import { Layout } from '../parts/Layout.tsx'
import { MixCard } from '../parts/MixCard.tsx'
import { Promoter } from '../parts/Promoter.tsx'
import { NameText, Say } from '../parts/Say.tsx'
import { named, plain } from '../sentence.ts'
import { isShown, rowOf } from '../verdicts.ts'
import { has, key } from '../view.ts'

/** The way to the parts of the page that lie far down. */
function Parts({ page, id }: { page: Page; id: string }) {
  const { words, view } = page
  const parts = [
    ...(view.gaps.companies.has(id) ? [{ href: '#gaps', name: words.gapsName }] : []),
    ...(tellsGroupsOf(page, id) ? [{ href: '#groups', name: words.groupsName }] : []),
    ...(view.items.has(id) ? [{ href: '#answers', name: words.answersHead }] : []),
  ]
  if (parts.length === 0) return null
  return (
    <ul class="jump">
      {parts.map(({ href, name }) => (
        <li>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

/** One company: where it stands, over the years, in its industry, and all answers about it. */
export function Company({ page, id }: { page: Page; id: string }) {
  const { words, format, view, book } = page
  const name = named(companyName(page, id).name)
  const industry = view.present.get(id)?.industry ?? ''
  const past = view.indices.some((index) => view.past.has(key(index.id, 'company', id)))
  const among = view.indices.filter((index) =>
    (view.members.get(key(index.id, industry)) ?? []).some(isShown),
  )
  return (
    <Layout
      page={page}
      title={`${plain([name])} ${view.wave.id}`}
      description={`${told(page, book.study.title)}: ${plain([name])}, ${words.edition(view.wave.id)}.`}
      trail={[industryName(page, industry), name]}
    >
      <p class="kicker">
        {words.edition(view.wave.id)}
        {view.wave.fieldwork && <> · {words.fieldwork(format.dates(view.wave.fieldwork))}</>}
      </p>
      <h1>
        <NameText {...name} />
      </h1>
      <CompanyNames page={page} id={id} />
      <Parts page={page} id={id} />
      <ul class="cards">
        {view.indices.map((index) => {
          const row = rowOf(view, index.id, 'company', id)
          return row && <IndexCard page={page} row={row} />
        })}
      </ul>
      {view.indices.some((index) => takesPoints(rowOf(view, index.id, 'company', id))) && (
        <p class="small">{words.wouldTakeMore}</p>
      )}
      <MixCard page={page} id={id} />
      <section>
        <h2>{words.history}</h2>
        <p class="small">{words.historyKey}</p>
        <div class="grid">
          {view.indices.map((index) => (
            <div>
              <h3>
                <NameText {...indexName(page, index.id)} />
              </h3>
              <History page={page} index={index.id} level="company" id={id} name={name} beside={industry} />
            </div>
          ))}
        </div>
      </section>
      {among.length > 0 && (
        <section>
          <h2>
            <Say text={words.amongIndustry(industryName(page, industry))} />
          </h2>
          <p class="small">
            {words.smallKey(format.confidence(book.study.confidence))}{' '}
            {among.some((index) => isShown(rowOf(view, index.id, 'company', id))) && words.ownKey}
          </p>
          <div class="grid">
            {among.map((index) => (
              <div>
                <h3>
                  <NameText {...indexName(page, index.id, true)} />
                </h3>
                <IntervalFigure
                  page={page}
                  id={`now-${index.id}`}
                  index={index.id}
                  rows={view.members.get(key(index.id, industry)) ?? []}
                  shared={key(index.id, industry)}
                  own={id}
                />
                {restOf(page, index.id, id) && <RestNote page={page} index={index.id} industry={industry} />}
              </div>
            ))}
          </div>
        </section>
      )}
      <GapsOfCompany page={page} id={id} name={name} industry={industry} />
      <DriversOfCompany page={page} id={id} name={name} industry={industry} />
      <BeliefsOfCompany page={page} id={id} name={name} />
      <GroupsOfCompany page={page} id={id} name={name} />
      <Items page={page} company={id} />
      <Promoter page={page} company={id} />
      <Downloads
        page={page}
        tables={[
          ...['scores', 'items', 'distributions', 'net_promoter', 'against_rest', 'comparisons'],
          ...(past ? ['history'] : []),
          ...(view.gaps.companies.has(id) ? ['gaps', 'journey'] : []),
          ...(view.gaps.need.has(key('company', id)) ? ['need_met'] : []),
          ...(view.beliefs.companies.has(id) ? ['beliefs'] : []),
          ...(has(view, { kind: 'groups' }) ? ['segments', 'served_worse'] : []),
          ...(view.drivers.rows.has(key('company', id)) ? ['drivers'] : []),
        ]}
      />
    </Layout>
  )
}
