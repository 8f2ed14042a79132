import { address, type Place } from '../addresses.ts'
import { indexName, languageName, type Page, to, toFile, told } from '../book.ts'
import { hasMoreThanTen } from '../mix.ts'
import { has, type View } from '../view.ts'

interface Entry {
  label: string
  place: Place
}

function entries(page: Page): Entry[] {
  const { view, words } = page
  const explained: Entry[] = [
    { label: words.gapsName, place: { kind: 'gaps' } },
    { label: words.beliefsName, place: { kind: 'beliefs' } },
    { label: words.groupsName, place: { kind: 'groups' } },
    { label: words.driversName, place: { kind: 'drivers' } },
  ]
  return [
    ...view.indices.map(
      ({ id }): Entry => ({ label: indexName(page, id).name, place: { kind: 'ranking', id } }),
    ),
    ...(view.mix !== undefined && has(view, { kind: 'digital' })
      ? [{ label: words.mixNav(hasMoreThanTen(view.mix)), place: { kind: 'digital' } } satisfies Entry]
      : []),
    ...explained.filter(({ place }) => has(view, place)),
    { label: words.method, place: { kind: 'method' } },
    { label: words.data, place: { kind: 'data' } },
  ]
}

const same = (a: Place, b: Place) => a.kind === b.kind && ('id' in a ? a.id : '') === ('id' in b ? b.id : '')

/** Name of the site, the main pages of the edition, and the same page in other languages. */
export function Header({ page }: { page: Page }) {
  const { book, words, lang, view, place } = page
  return (
    <header class="top">
      <div class="bar">
        <a class="site" href={to(page, { kind: 'home' })}>
          <img src={toFile(page, 'assets/mark.svg')} alt="" width="36" height="20" />
          <bdi>{told(page, book.study.title)}</bdi>
        </a>
        {book.languages.length > 1 && (
          <nav aria-label={words.languages} class="languages">
            <ul>
              {book.languages.map((other) => (
                <li>
                  {other === lang ? (
                    <span aria-current="true">{languageName(other)}</span>
                  ) : (
                    <a href={toFile(page, address(other, view.wave.id, place))} hreflang={other} lang={other}>
                      {languageName(other)}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      <div class="bar pages">
        <nav aria-label={words.pages}>
          <ul>
            {entries(page).map((entry) => (
              <li>
                <a href={to(page, entry.place)} aria-current={same(entry.place, place) ? 'page' : undefined}>
                  <bdi>{entry.label}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Editions page={page} />
      </div>
      {book.study.synthetic && (
        <p class="notice">
          <strong>{words.simulated}</strong> {words.simulatedMore}
        </p>
      )}
    </header>
  )
}

/** The same page in the other editions; the home page of those that lack it. */
function Editions({ page }: { page: Page }) {
  const { book, words, lang, view, place } = page
  if (book.views.length < 2) return null
  const linkTo = (other: View) =>
    toFile(page, address(lang, other.wave.id, has(other, place) ? place : { kind: 'home' }))
  return (
    <nav class="editions" aria-label={words.editions}>
      <details>
        <summary>{words.edition(view.wave.id)}</summary>
        <ul>
          {[...book.views].reverse().map((other) => (
            <li>
              {other === view ? (
                <span aria-current="true">{other.wave.id}</span>
              ) : (
                <a href={linkTo(other)}>{other.wave.id}</a>
              )}
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}
