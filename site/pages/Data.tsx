import { type TableName, tables } from '../../pipeline/tables.ts'
import { type Page, toFile, told } from '../book.ts'
import { licenceOf } from '../links.ts'
import { Files } from '../parts/Downloads.tsx'
import { Layout } from '../parts/Layout.tsx'
import { Say } from '../parts/Say.tsx'
import { named } from '../sentence.ts'

const names = Object.keys(tables) as TableName[]

const columnsOf = (table: TableName) =>
  Object.entries(tables[table].shape).map(([column, type]) => ({ column, meaning: type.description ?? '' }))

function Columns({ page, table }: { page: Page; table: TableName }) {
  const { words } = page
  return (
    <details>
      <summary>
        <code>{table}</code>
      </summary>
      <table class="columns">
        <caption class="away">
          {words.columnsHead}: {table}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.meaning}</th>
          </tr>
        </thead>
        <tbody lang="en">
          {columnsOf(table).map(({ column, meaning }) => (
            <tr>
              <th scope="row">
                <code>{column}</code>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Every table of the edition in all endings, what its columns mean, and how to cite it. */
export function Data({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const { study, program } = book
  const licence = licenceOf(study.licence)
  const made = `${program.name} ${program.version}`
  const whole = (file: string) =>
    toFile(page, file === 'study.schema.json' ? file : `${view.wave.id}/data/${file}`)
  return (
    <Layout
      page={page}
      title={`${words.data} ${view.wave.id}`}
      description={words.dataLead(view.wave.id)}
      trail={[named(words.data)]}
    >
      <p class="kicker">{words.edition(view.wave.id)}</p>
      <h1>{words.data}</h1>
      <p class="lead">{words.dataLead(view.wave.id)}</p>
      <table class="stack">
        <caption>{words.tablesCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.table}</th>
            <th scope="col">{words.rows}</th>
            <th scope="col">{words.files}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((table) => (
            <tr>
              <th scope="row" class="wording">
                <code>{table}</code>
                <span class="industry">{words.tableIs[table] ?? ''}</span>
              </th>
              <td data-label={words.rows}>{format.count(view.edition.tables[table].length)}</td>
              <td data-label={words.files}>
                <Files page={page} table={table} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <section>
        <h2>{words.together}</h2>
        <ul>
          {Object.entries(words.togetherIs).map(([file, what]) => (
            <li>
              <a href={whole(file)} download>
                {file}
              </a>
              : {what}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.columnsHead}</h2>
        {words.columnsNote !== '' && <p>{words.columnsNote}</p>}
        {names.map((table) => (
          <Columns page={page} table={table} />
        ))}
      </section>
      <section>
        <h2>{words.licenceHead}</h2>
        <p>
          <Say text={words.licenceIs(licence)} />
        </p>
        <p>{words.cite}:</p>
        <blockquote>
          <p>
            <bdi>
              {words.citation(
                study.publisher.name,
                told(page, study.title),
                view.wave.id,
                made,
                licence.name,
              )}
            </bdi>
          </p>
        </blockquote>
      </section>
    </Layout>
  )
}
