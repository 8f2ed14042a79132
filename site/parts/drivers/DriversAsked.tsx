import { indexName, type Page, told } from '../../book.ts'
import { outcomeText } from '../../driver-sentences.ts'
import { NameText, Say } from '../Say.tsx'

/** A question word for word, with its scale. */
function Question({ page, item }: { page: Page; item: string }) {
  const { words, book } = page
  const asked = book.items.get(item)
  return (
    <dd>
      <q>
        <bdi>{told(page, asked?.text) || item}</bdi>
      </q>
      {asked && `, ${words.scaleIs(asked.scale.min, asked.scale.max)}`}
    </dd>
  )
}

/** The questions behind the outcome and every driver, with the field dates. */
export function DriversAsked({ page }: { page: Page }) {
  const { words, format, view } = page
  const { outcome, drivers } = view.drivers
  const { fieldwork, mode, indices } = view.wave
  return (
    <section class="basis" id="asked">
      <h2>{words.basisHead}</h2>
      <dl>
        {[outcome, ...drivers].map((id) => (
          <div>
            <dt>
              <NameText {...indexName(page, id)} />
              {id === outcome && ` (${words.outcomeIs})`}
            </dt>
            {(indices[id]?.items ?? []).map((item) => (
              <Question page={page} item={item} />
            ))}
          </div>
        ))}
      </dl>
      <p>
        {drivers.length > 0 && <Say text={words.driverAsked(outcomeText(page))} />}{' '}
        {fieldwork && words.fieldwork(format.dates(fieldwork))}{' '}
        {mode !== undefined && <bdi>{words.mode(mode)}</bdi>}
      </p>
    </section>
  )
}
