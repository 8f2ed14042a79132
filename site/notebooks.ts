/** The notebooks of the project as HTML. They are the project's own files, never a study's. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Marked, type Tokens } from 'marked'

export interface NotebookText {
  id: string
  title: string
  /** what it asks: its first words in bold */
  question: string
  html: string
}

const folder = join(dirname(fileURLToPath(import.meta.url)), '../notebooks')
const languages: Record<string, string> = { sql: 'SQL', ts: 'TypeScript' }

/** Longer code is folded: the results are what most read. */
const foldedFrom = 24

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A renderer that counts blocks of code, so that a table says of which it is the result. */
function rendererOf(): Marked {
  let block = 0
  let table = 0
  const marked = new Marked()
  marked.use({
    renderer: {
      // The marks around results.
      html: () => '',
      code({ text, lang = '' }: Tokens.Code) {
        const language = languages[lang] ?? lang
        const shown = `<section class="code" tabindex="0" aria-label="${escaped(`${language}, block ${++block}`)}"><pre><code>${escaped(text)}</code></pre></section>\n`
        const lines = text.split('\n').length
        if (lines <= foldedFrom) return shown
        return `<details><summary>${language}, ${lines} lines</summary>\n${shown}</details>\n`
      },
      table({ header, rows }: Tokens.Table) {
        const cells = (row: Tokens.TableCell[], open: (number: string) => string, close: string) =>
          row
            .map(
              ({ tokens, align }) =>
                `${open(align === 'right' ? ' class="num"' : '')}${this.parser.parseInline(tokens)}${close}`,
            )
            .join('')
        const head = cells(header, (number) => `<th scope="col"${number}>`, '</th>')
        const body = rows.map((row) => `<tr>${cells(row, (number) => `<td${number}>`, '</td>')}</tr>\n`)
        const label = `Table ${++table}, from block ${block}`
        return `<section class="scroll" tabindex="0" aria-label="${label}"><table>
<thead><tr>${head}</tr></thead>
<tbody>${body.join('')}</tbody>
</table></section>\n`
      },
      link({ href, tokens }: Tokens.Link) {
        const target = href.replace(/^([\w-]+)\.md$/, '../$1/index.html')
        return `<a href="${escaped(target)}">${this.parser.parseInline(tokens)}</a>`
      },
    },
  })
  return marked
}

function read(id: string): NotebookText {
  const text = readFileSync(join(folder, `${id}.md`), 'utf8')
  const [heading = '', title = id] = text.match(/^# (.+)\n/) ?? []
  const question = text.match(/\*\*([^*]+)\*\*/)?.[1]?.replaceAll('\n', ' ') ?? ''
  return { id, title, question, html: rendererOf().parse(text.slice(heading.length), { async: false }) }
}

/** The order in which they are best read; others follow. */
const order = ['one-company-by-hand', 'how-sure-is-the-order', 'what-if', 'against-r']
let all: NotebookText[] | undefined

/** All notebooks, read once. */
export function notebooks(): readonly NotebookText[] {
  const found = readdirSync(folder).flatMap((file) => file.match(/^([\w-]+)\.md$/)?.[1] ?? [])
  all ??= [...new Set([...order.filter((id) => found.includes(id)), ...found.sort()])].map(read)
  return all
}
