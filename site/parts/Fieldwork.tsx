import type { Page } from '../book.ts'

/** Dates, mode and numbers of every wave up to this one. */
export function Fieldwork({ page }: { page: Page }) {
  const { words, format, view, book } = page
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
            .map(({ wave, sample }) => {
              return (
                <tr>
                  <th scope="row">{wave.id}</th>
                  <td data-label={words.dates}>
                    {wave.fieldwork ? format.dates(wave.fieldwork) : words.notStated}
                  </td>
                  <td data-label={words.modeHead}>
                    <bdi>{wave.mode ?? words.notStated}</bdi>
                  </td>
                  <td data-label={words.respondents}>{sample ? format.count(sample.respondents) : '–'}</td>
                  <td data-label={words.ratingsHead}>{sample ? format.count(sample.ratings) : '–'}</td>
                </tr>
              )
            })}
        </tbody>
      </table>
    </section>
  )
}
