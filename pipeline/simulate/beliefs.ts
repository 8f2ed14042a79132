/** The survey of the companies: what their own people think that customers answer. */
import { answerAt, type Scale } from './answer.ts'
import { type Company, isActive } from './companies.ts'
import { believers, rosiness } from './conviction.ts'
import { randomStream } from './random.ts'
import { touchpoints } from './touchpoints.ts'
import type { Wave } from './waves.ts'

export const beliefScale: Scale = { min: 1, max: 10 }
export const superior = 9
export const beliefSpread = 6.5
export const prioritySpread = 10

/** index → the trait of companies, and the columns of beliefs.csv */
export const believed: Readonly<Record<string, { trait: string; item: string; priority: string }>> = {
  satisfaction: { trait: 'satisfaction', item: 'b_satisfaction', priority: 'p_satisfaction' },
  digital_relevance: { trait: 'digital', item: 'b_digital', priority: 'p_digital' },
}
export const intendedItem = ({ id }: { id: string }): string => `i_${id}`

/** Latent level of what the company believes of an index in a wave. */
export const beliefOf = ({ conviction, levels }: Company, { index }: Wave, id: string): number =>
  conviction.believes[id] ?? (levels[index]?.[believed[id]?.trait ?? ''] ?? 0) + 2

/** beliefs.csv: one line per person asked. */
export function beliefsText(seed: number, companies: readonly Company[], waves: readonly Wave[]): string {
  const header = [
    ...['wave', 'company_id', 'role'],
    ...Object.values(believed).flatMap(({ item, priority }) => [item, priority]),
    ...touchpoints.map(intendedItem),
  ]
  const lines = [header.join(',')]
  for (const wave of waves.filter(({ has }) => has('touchpoints'))) {
    const random = randomStream(seed, `beliefs ${wave.id}`)
    const answer = (latent: number, spread: number) =>
      random.uniform() < 0.02 ? '' : String(answerAt(beliefScale, latent + spread * random.bell()))
    for (const company of companies.filter((one) => isActive(one, wave)))
      for (const role of believers)
        for (let person = 0; person < company.conviction.people[role]; person++)
          lines.push(
            [
              wave.id,
              company.id,
              role,
              ...Object.keys(believed).flatMap((id) => [
                answer(beliefOf(company, wave, id) + rosiness[role], beliefSpread),
                answer(company.conviction.priority[id] ?? 0, prioritySpread),
              ]),
              ...touchpoints.map(() => answer(company.conviction.intended, prioritySpread)),
            ].join(','),
          )
  }
  return `${lines.join('\n')}\n`
}
