import type { DriverRow } from '../../../pipeline/tables.ts'
import type { Page } from '../../book.ts'
import { driverText } from '../../driver-sentences.ts'
import { isScored, kinds } from '../../driver-verdicts.ts'
import { Say } from '../Say.tsx'

/** The first letter large, and a full stop. */
const asSentence = (page: Page, text: string) =>
  `${text.replace(/^./u, (letter) => letter.toLocaleUpperCase(page.lang))}.`

/** How each driver acts, kind by kind, in plain words. */
export function Kinds({ page, rows }: { page: Page; rows: readonly DriverRow[] }) {
  const { words } = page
  const shown = rows.filter(isScored)
  const found = kinds.flatMap((kind) => {
    const those = shown.filter((row) => row.kind === kind)
    return those.length === 0 ? [] : [{ kind, those }]
  })
  if (found.length === 0) return <p>{words.kindsMissing}</p>
  return (
    <dl class="acts">
      {found.map(({ kind, those }) => (
        <div>
          <dt>
            {words.kindIs[kind]}:{' '}
            <Say text={words.list(those.map(({ driver }) => driverText(page, driver)))} />
          </dt>
          <dd>{asSentence(page, words.kindRule[kind])}</dd>
        </div>
      ))}
    </dl>
  )
}
