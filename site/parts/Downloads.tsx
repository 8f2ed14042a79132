import { type Page, toFile } from '../book.ts'

const endings = ['csv', 'json', 'parquet', 'arrow'] as const

/** Where the files of a table lie. */
const filesOf = (page: Page, table: string) =>
  endings.map((ending) => ({ ending, href: toFile(page, `${page.view.wave.id}/data/${table}.${ending}`) }))

/** Links to one table in all its endings. */
export const Files = ({ page, table }: { page: Page; table: string }) => (
  <span class="files">
    {filesOf(page, table).map(({ ending, href }) => (
      <a href={href} download aria-label={`${table}.${ending}`}>
        .{ending}
      </a>
    ))}
  </span>
)

/** The downloads beside a figure. */
export const Downloads = ({ page, tables }: { page: Page; tables: readonly string[] }) => (
  <section class="downloads">
    <h2>{page.words.downloads}</h2>
    <ul class="plain">
      {tables.map((table) => (
        <li>
          <code>{table}</code> <Files page={page} table={table} />
        </li>
      ))}
    </ul>
  </section>
)
