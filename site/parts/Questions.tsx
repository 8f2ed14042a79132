import { indexName, type Page, told } from '../book.ts'
import { NameText } from './Say.tsx'

/** Every question of the wave, word for word, with its scale and how it was answered. */
export function Questions({ page }: { page: Page }) {
  const { words, format, view, book } = page
  return (
    <section>
      <h2>{words.questionsHead}</h2>
      <table class="stack">
        <caption>{words.questionsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.question}</th>
            <th scope="col">{words.scale}</th>
            <th scope="col">{words.partOf}</th>
            <th scope="col">{words.answered}</th>
            <th scope="col">{words.didNotKnow}</th>
          </tr>
        </thead>
        <tbody>
          {view.wave.items.map((id) => {
            const item = book.items.get(id)
            const row = view.quality.get(id)
            const used = view.indices.filter((index) => view.wave.indices[index.id]?.items.includes(id))
            return (
              <tr>
                <th scope="row" class="wording">
                  <bdi>{told(page, item?.text) || id}</bdi>
                </th>
                <td data-label={words.scale}>{item ? `${item.scale.min}–${item.scale.max}` : '–'}</td>
                <td data-label={words.partOf}>
                  {used.length === 0 && '–'}
                  {used.map((index, i) => (
                    <>
                      {i > 0 && ', '}
                      <NameText {...indexName(page, index.id)} />
                    </>
                  ))}
                </td>
                <td data-label={words.answered}>{row ? format.count(row.n_valid) : '–'}</td>
                <td data-label={words.didNotKnow}>{row ? format.count(row.n_dont_know) : '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
