import { type Page, to } from '../../book.ts'
import { outcomeText } from '../../driver-sentences.ts'
import { Say } from '../Say.tsx'

/** What the figures on drivers cannot say, and how they were computed. */
export function DriverLimits({ page }: { page: Page }) {
  const { words, format, book } = page
  const outcome = outcomeText(page)
  return (
    <section id="limits">
      <h2>{words.driverLimitsHead}</h2>
      <ul>
        {words.driverLimits(outcome).map((limit) => (
          <li>
            <Say text={limit} />
          </li>
        ))}
      </ul>
      <h3>{words.driverHowHead}</h3>
      <p>
        <Say text={words.driverHow(outcome, format.confidence(book.study.confidence))} />{' '}
        <a href={to(page, { kind: 'method' })}>{words.driverMethod}</a>
      </p>
    </section>
  )
}
