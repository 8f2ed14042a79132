import { type Page, to } from '../book.ts'

/** Field dates, and the way to the exact questions, where a page has no room for them. */
export function Asked({ page, index }: { page: Page; index: string }) {
  const { words, format, view } = page
  return (
    <p class="small">
      {view.wave.fieldwork && words.fieldwork(format.dates(view.wave.fieldwork))}{' '}
      <a href={`${to(page, { kind: 'ranking', id: index })}#asked`}>{words.basisHead}</a> ·{' '}
      <a href={`${to(page, { kind: 'home' })}#read`}>{words.readHead}</a>
    </p>
  )
}
