import { type Page, told } from '../book.ts'
import { webLink } from '../links.ts'
import { Ballots } from '../parts/Ballots.tsx'
import { Corrections } from '../parts/Corrections.tsx'
import { Definitions } from '../parts/Definitions.tsx'
import { Downloads } from '../parts/Downloads.tsx'
import { Fieldwork } from '../parts/Fieldwork.tsx'
import { Layout } from '../parts/Layout.tsx'
import { Notebooks } from '../parts/Notebooks.tsx'
import { Questions } from '../parts/Questions.tsx'
import { Reliability } from '../parts/Reliability.tsx'
import { Say } from '../parts/Say.tsx'
import { Weights } from '../parts/Weights.tsx'
import { named } from '../sentence.ts'
import { has } from '../view.ts'

/** How the figures came about, in plain words, with this study's own rules and questions. */
export function Method({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const { study, program } = book
  const title = told(page, study.title)
  const [minimum, shown] = [format.count(study.minimum_n), format.count(study.minimum_shown)]
  return (
    <Layout
      page={page}
      title={`${words.method} ${view.wave.id}`}
      description={`${title}: ${words.methodLead(view.wave.id)}`}
      trail={[named(words.method)]}
    >
      <p class="kicker">{words.edition(view.wave.id)}</p>
      <h1>{words.method}</h1>
      <p class="lead">{words.methodLead(view.wave.id)}</p>
      <dl class="steps">
        {words
          .steps(format.confidence(study.confidence), study.aggregate, {
            weighting: view.wave.weighted ? (view.sample?.weighting ?? 'delivered') : 'none',
            level: study.weighting.level,
            stratified: view.wave.stratified,
            clustered: view.wave.clustered,
            panel: study.panel,
          })
          .map(([section, head, text]) => (
            <div>
              <dt>
                <span class="section">§ {section}</span> {head}
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      <section>
        <h2>{words.rulesHead}</h2>
        <ul>
          {words.rules(minimum, shown).map((rule) => (
            <li>{rule}</li>
          ))}
          {view.edition.tables.history.length > 0 && <li>{words.pastRule}</li>}
        </ul>
      </section>
      <Fieldwork page={page} />
      <Weights page={page} />
      <Corrections page={page} />
      <Definitions page={page} />
      <Reliability page={page} />
      {!has(view, { kind: 'digital' }) && <Ballots page={page} />}
      <Questions page={page} />
      <Notebooks page={page} />
      {study.not_yet_computed.length > 0 && (
        <section>
          <h2>{words.notComputedHead}</h2>
          <ul lang="en">
            {study.not_yet_computed.map((part) => (
              <li>
                <bdi>{part}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{words.limitsHead}</h2>
        <ul>
          {study.synthetic && (
            <li>
              <strong>{words.simulated}</strong> {words.simulatedMore}
            </li>
          )}
          {words.limits(named(study.publisher.name, webLink(study.publisher.url))).map((limit) => (
            <li>
              <Say text={limit} />
            </li>
          ))}
        </ul>
        <p>{words.programIs(`${program.name} ${program.version}`)}</p>
      </section>
      <Downloads page={page} tables={['waves', 'margins', 'reliability', 'comparability', 'quality']} />
    </Layout>
  )
}
