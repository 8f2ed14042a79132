import { type Page, to } from '../book.ts'
import { Say } from './Say.tsx'

/** One sentence where the questions of an index do not measure one thing; nothing where they do, or it is not known. */
export function OneThing({ page, index }: { page: Page; index: string }) {
  const { words, format, view } = page
  const row = view.reliability.get(index)
  const verdict = row?.published ? row.verdict : null
  if (verdict !== 'weak' && verdict !== 'reversed_item' && verdict !== 'unrelated_item') return null
  const alpha = row?.alpha_standardised ?? null
  const href = `${to(page, { kind: 'method' })}#one-thing`
  return (
    <p class="small mind">
      <Say text={words.notOneThing(verdict, alpha === null ? undefined : format.coefficient(alpha), href)} />
    </p>
  )
}
