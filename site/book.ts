/** What every page knows: the whole publication, its own edition, its language and its own address. */
import type {
  Publication,
  PublicCompany,
  PublicIndustry,
  PublicItem,
  PublicStudy,
  Words,
} from '../pipeline/publication.ts'
import { address, type Place, relative } from './addresses.ts'
import { type Format, formatFor } from './format.ts'
import { type Name, named } from './sentence.ts'
import { has, type View, viewOf } from './view.ts'
import { en, type SiteWords } from './words/en.ts'
import { nb } from './words/nb.ts'

const wordsOf: Record<string, SiteWords> = { nb, en }

/** The languages that the site has words for. */
export const siteLanguages: readonly string[] = Object.keys(wordsOf)

export interface Book {
  study: PublicStudy
  program: Publication['program']
  views: View[]
  newest: View | undefined
  languages: string[]
  items: Map<string, PublicItem>
  industries: Map<string, PublicIndustry>
  companies: Map<string, PublicCompany>
  formats: Map<string, Format>
  /** drawings that several pages or languages share, by key */
  drawings: Map<string, string>
}

export interface Page {
  book: Book
  view: View
  lang: string
  words: SiteWords
  format: Format
  place: Place
  /** path of the page from the root of the site */
  address: string
}

/** Index the whole publication. */
export function bookOf({ study, editions, program }: Publication): Book {
  const views = editions.map((edition, i) => viewOf(study, edition, i))
  const written = study.languages.filter((lang) => siteLanguages.includes(lang))
  const languages = written.length > 0 ? written : ['en']
  return {
    study,
    program,
    views,
    newest: views.at(-1),
    languages,
    items: new Map(study.items.map((item) => [item.id, item])),
    industries: new Map(study.industries.map((industry) => [industry.id, industry])),
    companies: new Map(study.companies.map((company) => [company.id, company])),
    formats: new Map(languages.map((lang) => [lang, formatFor(lang)])),
    drawings: new Map(),
  }
}

/** One page of an edition. `at` is its address where it is not the place's own, as for the copies of the newest home. */
export function pageOf(book: Book, view: View, lang: string, place: Place, at?: string): Page {
  return {
    book,
    view,
    lang,
    words: wordsOf[lang] ?? en,
    format: book.formats.get(lang) ?? formatFor(lang),
    place,
    address: at ?? address(lang, view.wave.id, place),
  }
}

/** Words of the site in a language, for switches that name it. */
export const languageName = (lang: string) => wordsOf[lang]?.language ?? lang

/** A text of the study in the language of the page, or in the first there is. */
export const told = (page: Page, text: Words | undefined): string =>
  text?.[page.lang] ??
  page.book.study.languages.map((lang) => text?.[lang]).find((t) => t !== undefined) ??
  Object.values(text ?? {})[0] ??
  ''

/** A relative link to a file of the site. */
export const toFile = (page: Page, path: string) => relative(page.address, path)

/** A relative link to a page of the same edition and language. */
export const to = (page: Page, place: Place) => toFile(page, address(page.lang, page.view.wave.id, place))

/** The name of an index, linked to its ranking where the edition has one. */
export function indexName(page: Page, id: string, linked = false): Name {
  const label = told(page, page.book.study.indices.find((index) => index.id === id)?.label) || id
  return named(label, linked ? to(page, { kind: 'ranking', id }) : undefined)
}

/** The same inside a sentence: first letter small, unless it is an abbreviation. */
export function indexInText(page: Page, id: string, linked = false): Name {
  const { name, href } = indexName(page, id, linked)
  return named(inText(page, name), href)
}

/** A label inside a sentence: first letter small, unless it is an abbreviation. */
export const inText = ({ lang }: Page, label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLocaleLowerCase(lang) + label.slice(1) : label

/** A company, linked if this edition has a page for it. */
export function companyName(page: Page, id: string): Name {
  const name = page.view.present.get(id)?.name ?? page.book.companies.get(id)?.name ?? id
  return named(name, companyLink(page, id))
}

/** A link to the company's page in this edition, or in the newest that has one. */
function companyLink(page: Page, id: string): string | undefined {
  const place: Place = { kind: 'company', id }
  const view = has(page.view, place) ? page.view : page.book.views.findLast((other) => has(other, place))
  return view && toFile(page, address(page.lang, view.wave.id, place))
}

/** An industry, linked if this edition has a page for it. */
export function industryName(page: Page, id: string): Name {
  const place: Place = { kind: 'industry', id }
  const name = told(page, page.book.industries.get(id)?.name) || id
  return named(name, has(page.view, place) ? to(page, place) : undefined)
}
