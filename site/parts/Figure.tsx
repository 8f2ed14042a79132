import type { Page } from '../book.ts'
import { labelled } from '../charts/draw.ts'

interface Drawing {
  svg: string
  /** shown on wide pages, on phones or on both */
  on: 'wide' | 'narrow' | 'both'
}

interface Props {
  page: Page
  id: string
  title: string
  says: string
  note: string
  drawings: Drawing[]
}

/** A chart with the sentence that says what it shows, the key, and the notice where answers are simulated. */
export const Figure = ({ page, id, title, says, note, drawings }: Props) => (
  <figure class="chart">
    {drawings.map(({ svg, on }) => (
      // the drawing is our own, its texts are escaped in draw.ts
      <div class={on} dangerouslySetInnerHTML={{ __html: labelled(svg, `${id}-${on}`, title, says) }} />
    ))}
    <figcaption>
      {page.book.study.synthetic && <strong class="flag">{page.words.simulated}</strong>} {says} {note}
    </figcaption>
  </figure>
)
