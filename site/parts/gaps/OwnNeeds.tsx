import type { Page } from '../../book.ts'
import { isNeedShown, needRow, servedRows } from '../../need.ts'
import type { Name } from '../../sentence.ts'
import { NeedSentence, Served } from './Needs.tsx'
import { NeedTable } from './NeedTable.tsx'

interface Props {
  page: Page
  level: 'company' | 'industry'
  id: string
  name: Name
}

/** Whether the customers of a company, or of an industry, got what they needed. */
export function OwnNeeds({ page, level, id, name }: Props) {
  const { words, format, view, book } = page
  const row = needRow(page, level, id)
  const served = servedRows(page, level, id)
  if (row === undefined) return null
  return (
    <section>
      <h2>{words.needHead}</h2>
      {isNeedShown(row) && (
        <p>
          <NeedSentence page={page} row={row} /> {words.needNoProof}
        </p>
      )}
      <NeedTable
        page={page}
        caption={words.needCaption(name, view.wave.id)}
        head={words.who}
        rows={[{ name, row }]}
      />
      <Served page={page} rows={served} />
      {[row, ...served].some(isNeedShown) && (
        <p class="small">{words.needCount(format.confidence(1 - book.study.confidence))}</p>
      )}
    </section>
  )
}
