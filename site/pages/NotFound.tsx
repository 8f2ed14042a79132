import { type Page, pageOf, to } from '../book.ts'
import { Layout } from '../parts/Layout.tsx'

/** For an address that leads nowhere, in every language of the site. */
export const NotFound = ({ page }: { page: Page }) => (
  <Layout page={page} title={page.words.notFound} description={page.words.notFound} trail={[]}>
    {page.book.languages.map((lang, i) => {
      const { words } = pageOf(page.book, page.view, lang, page.place, page.address)
      const Head = i === 0 ? 'h1' : 'h2'
      const home = { ...page, lang }
      return (
        <section lang={lang}>
          <Head>{words.notFound}</Head>
          <p>
            {words.notFoundMore} <a href={to(home, { kind: 'home' })}>{words.toHome}</a>.
          </p>
        </section>
      )
    })}
  </Layout>
)
