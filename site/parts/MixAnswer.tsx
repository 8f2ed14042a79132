import type { Page } from '../book.ts'
import type { Mix } from '../mix.ts'
import { answerOf } from '../mix-sentences.ts'
import { Say } from './Say.tsx'

/** Would the top ten be different: who enters and leaves, and at once whether that is more than chance. */
export function MixAnswer({ page, mix, short = false }: { page: Page; mix: Mix; short?: boolean }) {
  const { what, verdict, more, lists } = answerOf(page, mix)
  return (
    <>
      <p class={short ? undefined : 'lead'}>
        <Say text={what} />
        {verdict !== '' && (
          <>
            {' '}
            <strong>{verdict}</strong>
          </>
        )}
      </p>
      {!short &&
        lists.map(([head, names]) => (
          <p>
            {head}: <Say text={names} />.
          </p>
        ))}
      {!short &&
        more.map((text) => (
          <p>
            <Say text={text} />
          </p>
        ))}
    </>
  )
}
