import { indexInText, type Page, to } from '../book.ts'
import { cautionSentence } from '../reasons.ts'
import { changeSentence, wentSentence } from '../sentences.ts'
import { changesOf } from '../verdicts.ts'
import { Say } from './Say.tsx'

interface Props {
  page: Page
  indices: readonly string[]
  /** list no more than this many of an index, and link to the rest */
  most?: number
}

/** The clear changes since the wave before, out of how many comparisons, and how chance was kept out. */
export function Changes({ page, indices, most = Infinity }: Props) {
  const { words, format, view, book } = page
  const before = book.views[view.position - 1]
  const compared = indices.some((index) => changesOf(view, index).compared > 0)
  return (
    <section id="changes">
      <h2>{words.changedHead(before?.wave.id)}</h2>
      {before === undefined ? (
        <p>{words.firstEdition}</p>
      ) : (
        indices.map((index) => {
          const { clear, broken, compared: tested } = changesOf(view, index)
          const caution = tested > 0 ? cautionSentence(page, index) : []
          return (
            <>
              <p>
                <Say text={changeSentence(page, index)} />
                {caution.length > 0 && (
                  <>
                    {' '}
                    <Say text={caution} />
                  </>
                )}
              </p>
              {!broken && clear.length > 0 && (
                <ul>
                  {clear.slice(0, most).map((row) => (
                    <li>
                      <Say text={wentSentence(page, row)} />.
                    </li>
                  ))}
                  {clear.length > most && (
                    <li>
                      <a href={`${to(page, { kind: 'ranking', id: index })}#changes`}>
                        <Say text={words.allChanges(indexInText(page, index))} />
                      </a>
                    </li>
                  )}
                </ul>
              )}
            </>
          )
        })
      )}
      {compared && (
        <p class="small">
          {words.holm(format.confidence(1 - book.study.confidence))} {book.study.panel && words.panelChanges}
        </p>
      )}
    </section>
  )
}
