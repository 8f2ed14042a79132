import { companyName, type Page } from '../book.ts'
import { webLink } from '../links.ts'
import { Say } from './Say.tsx'

/** New, merged or closed: what became of the company, in words. */
export function CompanyNames({ page, id }: { page: Page; id: string }) {
  const { words, book, view } = page
  const company = book.companies.get(id)
  const first = book.views.find((other) => other.present.has(id))
  const successor = company?.successor
  const homepage = webLink(company?.homepage)
  return (
    <p class="about">
      {first === view && view.position > 0
        ? words.newIn(view.wave.id)
        : first !== undefined && words.since(company?.valid_from ?? first.wave.id)}{' '}
      {company?.valid_to !== undefined && `${words.until(company.valid_to)} `}
      {successor !== undefined && (
        <>
          <Say text={words.tookOver(companyName(page, successor))} />{' '}
        </>
      )}
      {homepage !== undefined && (
        <a href={homepage} rel="nofollow noopener">
          {words.website}
        </a>
      )}
    </p>
  )
}
