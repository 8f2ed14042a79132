import { beliefHeadline, superiorSentence } from '../belief-sentences.ts'
import { everyone, isBeliefShown } from '../belief-verdicts.ts'
import { type Page, told } from '../book.ts'
import { BeliefCompanies } from '../parts/beliefs/BeliefCompanies.tsx'
import { Together } from '../parts/beliefs/Together.tsx'
import { Downloads } from '../parts/Downloads.tsx'
import { Layout } from '../parts/Layout.tsx'
import { Say } from '../parts/Say.tsx'
import { named } from '../sentence.ts'

/** How many rows of role all the diagnoses are adjusted over. */
const comparedIn = ({ view }: Page): number =>
  [...view.beliefs.companies.values()].flat().filter((row) => row.role === everyone && isBeliefShown(row))
    .length

function Scale({ page }: { page: Page }) {
  const { words, format, book } = page
  const { scale } = book.study.beliefs ?? {}
  if (scale === undefined) return null
  return <>{words.beliefScaleIs(format.ratio(scale.min), format.ratio(scale.max))}</>
}

const tables = ['beliefs', 'beliefs_together'] as const

/** What companies believe that customers answer, beside what customers answer. */
export function Beliefs({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const head = beliefHeadline(page)
  const superior = superiorSentence(page)
  const compared = comparedIn(page)
  const percent = format.confidence(1 - book.study.confidence)
  return (
    <Layout
      page={page}
      title={`${words.beliefsName} ${view.wave.id}`}
      description={words.description(told(page, book.study.title), head)}
      trail={[named(words.beliefsName)]}
    >
      <p class="kicker">
        {words.beliefsName} · {words.edition(view.wave.id)}
      </p>
      <h1>
        <Say text={head} />
      </h1>
      {superior !== undefined && <p class="lead">{superior}</p>}
      <p>
        {words.beliefsWhat} <Scale page={page} />
      </p>
      {view.beliefs.indices.map((index) => (
        <Together page={page} index={index} />
      ))}
      <section>
        <h2>{words.mindHead}</h2>
        <ul>
          <li>{words.beliefsUnsure}</li>
          {compared > 0 && <li>{words.beliefsCount(compared, percent)}</li>}
          <li>{words.beliefsCause}</li>
        </ul>
      </section>
      {view.beliefs.indices.map((index) => (
        <BeliefCompanies page={page} index={index} />
      ))}
      <Downloads page={page} tables={tables.filter((table) => view.edition.tables[table].length > 0)} />
    </Layout>
  )
}
