/** What companies intend at their touchpoints, by the answers of their own people (METHOD.md §17, §19). */
import type { Study } from '../contract/study.ts'
import { grouped } from '../group.ts'
import { shownPeople } from '../show.ts'
import { meanOf, peopleOf, pointsOf } from './people.ts'

/** The level that the people of a company intend at a touchpoint. */
export interface Intended {
  /** 0-100 */
  mean: number
  /** people who answered */
  n: number
}

/**
 * The intended levels of public companies in a wave, by `company touchpoint`. Nothing stands there where fewer than three
 * people answered, or where all gave the same answer.
 */
export function intendedLevels(study: Study, wave: string): Map<string, Intended> {
  const { beliefs } = study.contract
  const levels = new Map<string, Intended>()
  if (beliefs === undefined) return levels
  for (const [company, people] of grouped(peopleOf(study, wave), (one) => one.company))
    for (const [touchpoint, { intended }] of Object.entries(beliefs.touchpoints)) {
      const answers = people.flatMap((one) => pointsOf(one, [intended], beliefs.scale) ?? [])
      if (shownPeople(answers).published)
        levels.set(`${company} ${touchpoint}`, { mean: meanOf(answers), n: answers.length })
    }
  return levels
}
