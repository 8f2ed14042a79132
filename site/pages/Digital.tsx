import { indexName, type Page } from '../book.ts'
import { hasMoreThanTen, levelOf, type Mix } from '../mix.ts'
import { answerOf, indicesOf } from '../mix-sentences.ts'
import { Asked } from '../parts/Asked.tsx'
import { Ballots } from '../parts/Ballots.tsx'
import { Downloads } from '../parts/Downloads.tsx'
import { Layout } from '../parts/Layout.tsx'
import { MixAnswer } from '../parts/MixAnswer.tsx'
import { MixMind } from '../parts/MixMind.tsx'
import { MixTable } from '../parts/MixTable.tsx'
import { Say } from '../parts/Say.tsx'
import { Shares } from '../parts/Shares.tsx'
import { ShiftFigure } from '../parts/ShiftFigure.tsx'
import { SlopeFigure } from '../parts/SlopeFigure.tsx'
import { Unplaced } from '../parts/Unplaced.tsx'
import { named, plain } from '../sentence.ts'

/** Who gains and who loses, where there are companies to compare. */
function Shifts({ page, mix }: { page: Page; mix: Mix }) {
  const { words, format } = page
  const level = levelOf(mix)
  if (mix.placed.length < 2 || level === undefined) return null
  const points = format.score(Math.abs(level))
  return (
    <section id="shift">
      <h2>{words.shiftsHead}</h2>
      {points !== format.score(0) && (
        <p>
          <Say text={words.shiftsWhy(points, level < 0, indicesOf(page, mix).other)} />
        </p>
      )}
      <ShiftFigure page={page} mix={mix} />
    </section>
  )
}

/** Would the top ten be different if the second index of the study counted too? */
export function Digital({ page, mix }: { page: Page; mix: Mix }) {
  const { words, view } = page
  const head = words.mixHead(hasMoreThanTen(mix))
  const pair = words.mixOf(indexName(page, mix.index), indicesOf(page, mix).other)
  const { what, verdict } = answerOf(page, mix)
  const asked = view.indices.some(({ id }) => id === mix.with)
  return (
    <Layout
      page={page}
      title={`${head} ${plain(pair)} ${view.wave.id}`}
      description={`${plain(what)} ${verdict}`.trim()}
      trail={[named(head)]}
    >
      <p class="kicker">
        <Say text={pair} /> · {words.edition(view.wave.id)}
      </p>
      <h1>{head}</h1>
      <MixAnswer page={page} mix={mix} />
      {mix.placed.length > 1 && <SlopeFigure page={page} mix={mix} />}
      {asked && <Asked page={page} index={mix.with} />}
      <Shifts page={page} mix={mix} />
      <MixTable page={page} mix={mix} />
      <Unplaced page={page} mix={mix} />
      <Shares page={page} mix={mix} />
      <Ballots page={page} />
      <MixMind page={page} mix={mix} />
      <Downloads
        page={page}
        tables={['combined', 'top_ten', ...(view.experiments.size > 0 ? ['experiments'] : [])]}
      />
    </Layout>
  )
}
