import { type Page, told } from '../../book.ts'
import { touchpointName } from '../../gap-sentences.ts'
import { NameText } from '../Say.tsx'

/** A question word for word, with its scale. */
function Question({ page, item }: { page: Page; item: string }) {
  const { words, book } = page
  const asked = book.items.get(item)
  return (
    <>
      <q>
        <bdi>{told(page, asked?.text) || item}</bdi>
      </q>
      {asked && `, ${words.scaleIs(asked.scale.min, asked.scale.max)}`}
    </>
  )
}

/** The questions about touchpoints and needs, with the field dates. */
export function GapsAsked({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const { item } = book.study.need_met
  const { fieldwork, mode } = view.wave
  const need = item !== undefined && view.wave.items.includes(item) ? item : undefined
  const met = view.gaps.touchpoints.length > 0
  return (
    <section class="basis" id="asked">
      <h2>{words.basisHead}</h2>
      <dl>
        {view.gaps.touchpoints.map(({ id, expected, experienced }) => (
          <div>
            <dt>
              <NameText {...touchpointName(page, id)} />
            </dt>
            <dd>
              <Question page={page} item={expected} />
            </dd>
            <dd>
              <Question page={page} item={experienced} />
            </dd>
          </div>
        ))}
        {need !== undefined && (
          <div>
            <dt>{words.needHead}</dt>
            <dd>
              <Question page={page} item={need} />
            </dd>
          </div>
        )}
      </dl>
      {(met || fieldwork !== undefined || mode !== undefined) && (
        <p>
          {met && words.gapsAsked} {fieldwork && words.fieldwork(format.dates(fieldwork))}{' '}
          {mode !== undefined && <bdi>{words.mode(mode)}</bdi>}
        </p>
      )}
    </section>
  )
}
