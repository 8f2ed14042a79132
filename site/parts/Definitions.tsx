import type { PublicIndex } from '../../pipeline/publication.ts'
import { indexInText, indexName, type Page, told } from '../book.ts'
import { breakSentence } from '../reasons.ts'
import type { Sentence } from '../sentence.ts'
import { NameText, Say } from './Say.tsx'

function Reviews({ page, index }: { page: Page; index: PublicIndex }) {
  const { words } = page
  const facts = [
    [words.author, index.author],
    [words.checkedBy, index.checked_by],
    [words.nextReview, index.next_review],
  ].filter(([, value]) => value !== undefined)
  if (facts.length === 0) return null
  return (
    <p class="small">
      {facts.map(([label, value], i) => (
        <>
          {i > 0 && ' · '}
          {label}: <bdi>{value}</bdi>
        </>
      ))}
    </p>
  )
}

/** That the index does not compare with the edition before, and why. */
function breakText(page: Page, id: string): Sentence {
  const why = breakSentence(page, id)
  return why.length === 0 ? [] : [...page.words.cannotCompare(indexInText(page, id)), ' ', ...why]
}

function Definition({ page, index }: { page: Page; index: PublicIndex }) {
  const { words, format, view, book } = page
  const asked = view.wave.indices[index.id]
  const present = view.indices.includes(index)
  const why = told(page, index.why)
  const uneven = new Set(index.items.map(({ weight }) => weight)).size > 1
  return (
    <section>
      <h3>
        <NameText {...indexName(page, index.id, present)} />
      </h3>
      {why !== '' && (
        <p>
          <bdi>{why}</bdi>
        </p>
      )}
      {!present && (
        <p>
          <Say text={words.missingIndex(indexName(page, index.id))} />
        </p>
      )}
      {asked && asked.items.length > 0 && (
        <>
          <p>{words.madeOf(asked.items.length)}</p>
          <ol>
            {asked.items.map((id) => {
              const weight = index.items.find((each) => each.item === id)?.weight
              return (
                <li>
                  <bdi>{told(page, book.items.get(id)?.text) || id}</bdi>
                  {uneven && weight !== undefined && ` (${words.weightIs(format.ratio(weight))})`}
                </li>
              )
            })}
          </ol>
          <p>
            {words.minItems(asked.min_items, asked.items.length)} <Say text={breakText(page, index.id)} />
          </p>
        </>
      )}
      <Reviews page={page} index={index} />
    </section>
  )
}

/** Every index of the study: why, of what, by whom. */
export const Definitions = ({ page }: { page: Page }) => (
  <section>
    <h2>{page.words.indicesHead}</h2>
    {page.book.study.indices.map((index) => (
      <Definition page={page} index={index} />
    ))}
  </section>
)
