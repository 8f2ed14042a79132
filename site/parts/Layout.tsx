import type { ComponentChildren } from 'preact'
import { address } from '../addresses.ts'
import { type Page, to, toFile, told } from '../book.ts'
import type { Name } from '../sentence.ts'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { NameText, Say } from './Say.tsx'

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'"

interface Props {
  page: Page
  /** of the page, without the name of the site */
  title: string
  description: string
  /** the way here from the home page, without the home page */
  trail: Name[]
  children: ComponentChildren
}

/** The frame of every page. */
export function Layout({ page, title, description, trail, children }: Props) {
  const { book, lang, words, view, place } = page
  const site = told(page, book.study.title)
  const newest = book.newest
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${site}`}</title>
        <meta name="description" content={description} />
        <link rel="icon" href={toFile(page, 'assets/mark.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={toFile(page, 'assets/site.css')} />
        {book.languages.map((other) => (
          <link rel="alternate" hreflang={other} href={toFile(page, address(other, view.wave.id, place))} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <Header page={page} />
        <main id="content" tabIndex={-1}>
          {trail.length > 0 && (
            <nav class="trail" aria-label={words.here}>
              <ol>
                {[{ name: words.home, href: to(page, { kind: 'home' }) }, ...trail].map((step) => (
                  <li>
                    <NameText {...step} />
                  </li>
                ))}
              </ol>
            </nav>
          )}
          {newest !== undefined && newest !== view && (
            <p class="older">
              <Say
                text={words.older({
                  name: words.edition(newest.wave.id),
                  href: toFile(page, address(lang, newest.wave.id, { kind: 'home' })),
                })}
              />
            </p>
          )}
          {children}
        </main>
        <Footer page={page} />
      </body>
    </html>
  )
}
