import { type Page, told } from '../book.ts'
import { rowOf } from '../verdicts.ts'

/** Question wording, scale, base and field dates behind an index. */
export function Basis({ page, index }: { page: Page; index: string }) {
  const { words, format, view, book } = page
  const asked = view.wave.indices[index]
  const all = rowOf(view, index, 'all', 'all')
  const { fieldwork, mode } = view.wave
  return (
    <section class="basis" id="asked">
      <h2>{words.basisHead}</h2>
      <ol>
        {(asked?.items ?? []).map((id) => {
          const item = book.items.get(id)
          return (
            <li>
              <q>
                <bdi>{told(page, item?.text) || id}</bdi>
              </q>
              {item && `, ${words.scaleIs(item.scale.min, item.scale.max)}`}
              {item?.reverse && ` (${words.reversed})`}
            </li>
          )
        })}
      </ol>
      <p>
        {asked && words.minItems(asked.min_items, asked.items.length)}{' '}
        {all && words.baseIs(format.count(all.n))} {fieldwork && words.fieldwork(format.dates(fieldwork))}{' '}
        {mode !== undefined && <bdi>{words.mode(mode)}</bdi>}
      </p>
    </section>
  )
}
