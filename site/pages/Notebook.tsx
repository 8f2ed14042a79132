import { type Page, to } from '../book.ts'
import { notebooks } from '../notebooks.ts'
import { Layout } from '../parts/Layout.tsx'
import { named } from '../sentence.ts'

/** A notebook of the project: text, code and what the code shows. In English in every language. */
export function Notebook({ page, id }: { page: Page; id: string }) {
  const { words, lang } = page
  const found = notebooks().find((each) => each.id === id)
  if (found === undefined) throw new Error(`no notebook ${id}`)
  const { title, question, html } = found
  const english = lang === 'en' ? undefined : 'en'
  return (
    <Layout
      page={page}
      title={title}
      description={`${question} ${words.notebookAbout}`}
      trail={[named(words.method, to(page, { kind: 'method' })), named(title)]}
    >
      <p class="kicker">{words.notebooksHead}</p>
      <h1 lang={english}>{title}</h1>
      <p class="notice">{words.notebookAbout}</p>
      <div class="notebook" lang={english} dangerouslySetInnerHTML={{ __html: html }} />
    </Layout>
  )
}
