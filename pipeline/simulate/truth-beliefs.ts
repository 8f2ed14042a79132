/** Truth of the companies' own survey. */
import { beliefOf, beliefScale, beliefSpread, believed, prioritySpread } from './beliefs.ts'
import type { Company } from './companies.ts'
import { believers, rosiness } from './conviction.ts'
import { points, threshold } from './expectation.ts'
import { bellAbove } from './random.ts'
import { touchpoints } from './touchpoints.ts'
import type { TruthRow } from './truth.ts'
import type { Wave } from './waves.ts'

/** Mean answer in 0-100 around a latent level. */
function meanAnswer(level: number, spread: number): number {
  const { steps, adds } = points(beliefScale)
  return steps.reduce(
    (sum, answer) => sum + adds * bellAbove((threshold(beliefScale, answer) - level) / spread),
    0,
  )
}

/** What each company believes, all its people together and by role, how important it is, and what it intends. */
export function* beliefRows(wave: Wave, active: readonly Company[]): Generator<TruthRow> {
  if (!wave.has('touchpoints')) return
  for (const company of active) {
    const { people, priority, intended } = company.conviction
    const row = { level: 'company', entity: company.id }
    for (const index of Object.keys(believed)) {
      const level = beliefOf(company, wave, index)
      let sum = 0
      let count = 0
      for (const role of believers) {
        const score = meanAnswer(level + rosiness[role], beliefSpread)
        sum += people[role] * score
        count += people[role]
        yield { ...row, index: 'believed', part: `${index}/${role}`, score }
      }
      yield { ...row, index: 'believed', part: index, score: sum / count }
      yield {
        ...row,
        index: 'priority',
        part: index,
        score: meanAnswer(priority[index] ?? 0, prioritySpread),
      }
    }
    for (const { id } of touchpoints)
      yield { ...row, index: 'intended', part: id, score: meanAnswer(intended, prioritySpread) }
  }
}
