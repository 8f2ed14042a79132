import type { Page } from '../../book.ts'
import { domainOf } from '../../charts/intervals.ts'
import { stepChart } from '../../charts/steps.ts'
import { type Name, named, plain } from '../../sentence.ts'
import { type Step, stepsOf } from '../../steps.ts'
import { hasLimits } from '../../verdicts.ts'
import { Estimate } from '../Estimate.tsx'
import { Figure } from '../Figure.tsx'
import { Say } from '../Say.tsx'
import { PartChange } from './Part.tsx'

interface Props {
  page: Page
  company: string
  name: Name
}

/** The rows behind the charts, folded until wanted. */
function StepTable({ page, name, steps }: { page: Page; name: Name; steps: readonly Step[] }) {
  const { words } = page
  return (
    <details>
      <summary>{words.table}</summary>
      <table class="stack">
        <caption class="away">
          <Say text={words.stepsCaption(name)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.step}</th>
            <th scope="col">{words.wave}</th>
            <th scope="col">{words.experienced}</th>
            <th scope="col">{words.changesHead}</th>
          </tr>
        </thead>
        <tbody>
          {steps.flatMap(({ value, rows }) =>
            rows.map((row) => (
              <tr>
                <th scope="row">
                  <bdi>{value}</bdi>
                </th>
                <td data-label={words.wave}>{row.wave}</td>
                <td data-label={words.experienced}>
                  <Estimate page={page} value={row.experienced} low={row.low} high={row.high} n={row.n} />
                </td>
                <td data-label={words.changesHead}>
                  <PartChange page={page} row={row} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </details>
  )
}

/** What customers experienced at each step of the journey, edition by edition; nothing where there is but one. */
export function Steps({ page, company, name }: Props) {
  const { words, book } = page
  const { waves, steps } = stepsOf(page, company)
  if (!steps.some(({ points }) => points.length > 1)) return null
  const domain = domainOf(
    steps.flatMap(({ points }) => points.flatMap(({ score, low, high }) => [score, low, high])),
  )
  const drawing = ({ value, points, breaks }: Step) => {
    const place = `step|${company}|${value}`
    const svg = book.drawings.get(place) ?? stepChart({ points, waves, breaks, domain })
    book.drawings.set(place, svg)
    return svg
  }
  return (
    <>
      <h3>{words.stepsHead}</h3>
      <p>{words.stepsWhy}</p>
      <div class="grid">
        {steps.map((step, i) => (
          <div>
            <h4>
              <bdi>{step.value}</bdi>
            </h4>
            <Figure
              page={page}
              id={`step-${i}`}
              title={plain(words.stepTitle(name, named(step.value)))}
              says={words.historySays(
                step.points.length,
                step.points[0]?.wave ?? '',
                step.points.at(-1)?.wave ?? '',
                !step.points.every(hasLimits),
              )}
              note={step.breaks.length > 0 ? words.stepBreak : ''}
              drawings={[{ svg: drawing(step), on: 'both' }]}
            />
          </div>
        ))}
      </div>
      <StepTable page={page} name={name} steps={steps} />
    </>
  )
}
