/** The site: every page of every edition and language as a pure function of the published tables. */
import type { JSX } from 'preact'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import type { Publication } from '../pipeline/publication.ts'
import type { Place } from './addresses.ts'
import { assets } from './assets.ts'
import { type Book, bookOf, type Page, pageOf } from './book.ts'
import type { SiteFile } from './file.ts'
import { notebooks } from './notebooks.ts'
import { Beliefs } from './pages/Beliefs.tsx'
import { Company } from './pages/Company.tsx'
import { Data } from './pages/Data.tsx'
import { Digital } from './pages/Digital.tsx'
import { Drivers } from './pages/Drivers.tsx'
import { Gaps } from './pages/Gaps.tsx'
import { Groups } from './pages/Groups.tsx'
import { Home } from './pages/Home.tsx'
import { Industry } from './pages/Industry.tsx'
import { Method } from './pages/Method.tsx'
import { Notebook } from './pages/Notebook.tsx'
import { NotFound } from './pages/NotFound.tsx'
import { Ranking } from './pages/Ranking.tsx'
import { has, type View } from './view.ts'

const html = (element: JSX.Element) => `<!doctype html>\n${render(element)}\n`

function body(page: Page): JSX.Element {
  const { place, view } = page
  if (place.kind === 'company') return h(Company, { page, id: place.id })
  if (place.kind === 'industry') return h(Industry, { page, id: place.id })
  if (place.kind === 'gaps') return h(Gaps, { page })
  if (place.kind === 'beliefs') return h(Beliefs, { page })
  if (place.kind === 'groups') return h(Groups, { page })
  if (place.kind === 'drivers') return h(Drivers, { page })
  if (place.kind === 'method') return h(Method, { page })
  if (place.kind === 'data') return h(Data, { page })
  if (place.kind === 'digital' && view.mix !== undefined) return h(Digital, { page, mix: view.mix })
  if (place.kind === 'notebook') return h(Notebook, { page, id: place.id })
  const index = place.kind === 'ranking' ? view.indices.find((each) => each.id === place.id) : undefined
  return index === undefined ? h(Home, { page }) : h(Ranking, { page, index })
}

const fileOf = (page: Page): SiteFile => ({ path: page.address, content: html(body(page)) })

/** Pages that an edition may lack. */
const perhaps: Place[] = [
  { kind: 'digital' },
  { kind: 'gaps' },
  { kind: 'drivers' },
  { kind: 'beliefs' },
  { kind: 'groups' },
]

function placesOf(view: View): Place[] {
  return [
    { kind: 'home' },
    { kind: 'method' },
    { kind: 'data' },
    ...perhaps.filter((place) => has(view, place)),
    ...view.indices.map((index): Place => ({ kind: 'ranking', id: index.id })),
    ...view.industries.map((id): Place => ({ kind: 'industry', id })),
    ...[...view.present.keys()].sort().map((id): Place => ({ kind: 'company', id })),
  ]
}

/** The pages that belong to no edition: those that lead to the newest, copies of its home with links of their own, and the notebooks. */
function* entrances(book: Book, newest: View): Generator<SiteFile> {
  const first = book.languages[0] ?? 'en'
  yield fileOf(pageOf(book, newest, first, { kind: 'home' }, 'index.html'))
  for (const lang of book.languages)
    yield fileOf(pageOf(book, newest, lang, { kind: 'home' }, `${lang}/index.html`))
  for (const { id } of notebooks())
    for (const lang of book.languages) yield fileOf(pageOf(book, newest, lang, { kind: 'notebook', id }))
  const lost = pageOf(book, newest, first, { kind: 'home' }, '404.html')
  yield { path: lost.address, content: html(h(NotFound, { page: lost })) }
}

/** Every file of the site. Tables are written elsewhere, at `<wave>/data/`. */
export function* sitePages(publication: Publication): Generator<SiteFile> {
  const book = bookOf(publication)
  yield* assets()
  for (const view of book.views) {
    for (const place of placesOf(view))
      for (const lang of book.languages) yield fileOf(pageOf(book, view, lang, place))
    if (view === book.newest) yield* entrances(book, view)
    book.drawings.clear()
  }
}
