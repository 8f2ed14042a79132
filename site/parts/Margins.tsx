import type { MarginRow, WaveRow } from '../../pipeline/tables.ts'
import { type Page, told } from '../book.ts'

/** A raking that ends has missed no share by more; what is said of it is a hundred times that. */
const close = 1e-6

function Category({ page, row }: { page: Page; row: MarginRow }) {
  const { words, format, book } = page
  const names = book.study.weighting.rake.find(({ role }) => role === row.variable)?.categories ?? {}
  const name = Object.hasOwn(names, row.category) ? told(page, names[row.category]) : ''
  const { published, delivered, n } = row
  const withheld = <span class="missing">{words.withheld}</span>
  return (
    <tr>
      <th scope="row">
        <bdi>{name || row.category}</bdi>
      </th>
      <td>{format.portion(row.target)}</td>
      <td>{published && delivered !== null ? format.portion(delivered) : withheld}</td>
      <td>{format.portion(row.weighted)}</td>
      <td>{published && n !== null ? format.count(n) : withheld}</td>
    </tr>
  )
}

/** The groups that a wave is raked by, before and after. */
export function Margins({ page, row }: { page: Page; row: WaveRow }) {
  const { words, format, view, book } = page
  const { margins } = view.edition.tables
  const variables = [...new Set(margins.map(({ variable }) => variable))]
  const error = row.largest_margin_error
  return (
    <>
      <table class="shares">
        <caption>{words.marginsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.marginGroup}</th>
            <th scope="col">{words.marginTarget}</th>
            <th scope="col">{words.marginBefore}</th>
            <th scope="col">{words.marginAfter}</th>
            <th scope="col">{words.baseHead}</th>
          </tr>
        </thead>
        {variables.map((variable) => (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={5} class="who">
                <bdi>
                  {told(page, book.study.weighting.rake.find(({ role }) => role === variable)?.label) ||
                    variable}
                </bdi>
              </th>
            </tr>
            {margins
              .filter((margin) => margin.variable === variable)
              .map((margin) => (
                <Category page={page} row={margin} />
              ))}
          </tbody>
        ))}
      </table>
      {margins.some(({ published }) => !published) && (
        <p class="small">{words.marginsWithheld(format.count(book.study.minimum_segment_n))}</p>
      )}
      {error !== null && error < close && <p class="small">{words.sweeps(row.raking_sweeps)}</p>}
    </>
  )
}
