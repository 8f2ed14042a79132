import { companyName, type Page } from '../book.ts'
import { webLink } from '../links.ts'
import { named } from '../sentence.ts'
import { waveList } from '../sentences.ts'
import { Say } from './Say.tsx'

/** Other names the company had, with the editions in which it had them. */
function otherNames({ book, view }: Page, id: string): Map<string, string[]> {
  const now = view.present.get(id)?.name
  const names = new Map<string, string[]>()
  for (const other of book.views) {
    const name = other.present.get(id)?.name
    if (name !== undefined && name !== now) names.set(name, [...(names.get(name) ?? []), other.wave.id])
  }
  return names
}

/** New, renamed, merged or closed: what became of the company, in words. */
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
      {[...otherNames(page, id)].map(([name, waves]) => (
        <>
          <Say text={words.calledIn(named(name), waveList(page, waves))} />{' '}
        </>
      ))}
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
