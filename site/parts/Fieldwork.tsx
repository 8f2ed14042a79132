import type { Page } from '../book.ts'

/** Dates, mode and numbers of every wave up to this one, and what the weights cost in this one. */
export function Fieldwork({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const own = view.edition.tables.waves[0]
  return (
    <section>
      <h2>{words.fieldworkHead}</h2>
      <table class="stack">
        <caption>{words.fieldworkCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.wave}</th>
            <th scope="col">{words.dates}</th>
            <th scope="col">{words.modeHead}</th>
            <th scope="col">{words.respondents}</th>
            <th scope="col">{words.ratingsHead}</th>
          </tr>
        </thead>
        <tbody>
          {book.views
            .slice(0, view.position + 1)
            .reverse()
            .map(({ wave, edition }) => {
              const row = edition.tables.waves[0]
              return (
                <tr>
                  <th scope="row">{wave.id}</th>
                  <td data-label={words.dates}>
                    {wave.fieldwork ? format.dates(wave.fieldwork) : words.notStated}
                  </td>
                  <td data-label={words.modeHead}>
                    <bdi>{wave.mode ?? words.notStated}</bdi>
                  </td>
                  <td data-label={words.respondents}>{row ? format.count(row.respondents) : '–'}</td>
                  <td data-label={words.ratingsHead}>{row ? format.count(row.ratings) : '–'}</td>
                </tr>
              )
            })}
        </tbody>
      </table>
      {own && view.wave.weighted && format.ratio(own.design_effect) !== format.ratio(1) && (
        <p>
          {words.designEffect(
            format.ratio(own.design_effect),
            format.ratio(own.largest_weight),
            format.ratio(own.smallest_weight),
          )}
        </p>
      )}
    </section>
  )
}
