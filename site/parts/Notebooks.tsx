import { type Page, to } from '../book.ts'
import { notebooks } from '../notebooks.ts'

/** The notebooks, each with what it asks. */
export function Notebooks({ page }: { page: Page }) {
  const { words, lang } = page
  const english = lang === 'en' ? undefined : 'en'
  return (
    <section>
      <h2>{words.notebooksHead}</h2>
      <p>{words.notebooksLead}</p>
      <ul>
        {notebooks().map(({ id, title, question }) => (
          <li>
            <a href={to(page, { kind: 'notebook', id })} hreflang={english} lang={english}>
              {title}
            </a>
            {words.inEnglish !== '' && ` (${words.inEnglish})`}
            <span lang={english}>: {question}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
