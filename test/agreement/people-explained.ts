/** What the respondents of a random study say of touchpoints and needs, and which halves they are in. */
import type { Draft } from './draft.ts'
import type { Encounter } from './draft-explained.ts'
import type { Reply } from './draft-parts.ts'
import type { Answer, PlainItem, PlainTouchpoint } from './plain.ts'

/** The experiments of a study: the column of the first is a role, that of the second is none. */
export const ballots = ['half', 'version']
export const needItem = 'need'

export const firmsOf = ({ companies, crowd }: Draft) => [...companies, ...crowd]

/** What the touchpoints see of rating `j` of respondent `i` in wave `t`. */
export function encounterOf(
  { explained: { encounters } }: Draft,
  i: number,
  j: number,
  t: number,
): Encounter {
  const found = encounters[(11 * i + 5 * j + 17 * t) % encounters.length]
  if (!found) throw new Error('no encounters')
  return found
}

/** Three in ten are in the one half, six in the other, one in neither. */
export const halvesOf = (study: Draft, i: number, t: number): string[] =>
  encounterOf(study, i, 0, t).halves.map((drawn) =>
    drawn === 9 ? '' : (study.explained.names[drawn < 3 ? 0 : 1] ?? ''),
  )

export function touchpointsOf({ explained: { touchpoints } }: Draft): PlainTouchpoint[] {
  return touchpoints.map(({ channel, owner, step }, k) => ({
    id: `t${k}`,
    ...{ expected: `t${k}_e`, experienced: `t${k}_p` },
    ...(channel === undefined ? {} : { channel }),
    ...(owner === undefined ? {} : { owner }),
    ...(step === undefined ? {} : { step }),
  }))
}

/** The items of the touchpoints, two for each, and then that of the need. */
export function explainedItems({ explained: { touchpoints, need } }: Draft): PlainItem[] {
  const asked = touchpoints.flatMap(({ expected, experienced }, k) => [
    { id: `t${k}_e`, ...expected },
    { id: `t${k}_p`, ...(experienced ?? expected) },
  ])
  const all = need === null ? asked : [...asked, { id: needItem, ...need }]
  return all.map(({ id, scale: [min, max], reverse }) => ({ id, min, max, reverse }))
}

const held = (value: number): number => Math.min(1, Math.max(0, value))

/** The answers of a rating of company number `at`. */
export function explainedAnswers(study: Draft, at: number, t: number, { need, meets }: Encounter) {
  const { explained } = study
  const { promise = 0.5, delivery = 0.5, drift = 0 } = explained.firms[at] ?? {}
  const { steady = false } = firmsOf(study)[at] ?? {}
  const delivered = held(delivery + t * drift)
  const answer = ({ min, max, reverse }: PlainItem, level: number, reply: Reply): Answer => {
    if (typeof reply !== 'number') return reply
    const centre = Math.round(min + (reverse ? 1 - level : level) * (max - min))
    return Math.min(max, Math.max(min, centre + (steady ? 0 : reply)))
  }
  const answers: Record<string, Answer> = {}
  explainedItems(study).forEach((item, k) => {
    if (item.id === needItem) {
      answers[item.id] = answer(item, delivered, need)
      return
    }
    const touchpoint = Math.floor(k / 2)
    const { luck = 0, expects = 0, gets = 0 } = meets[touchpoint] ?? {}
    const met = luck > (explained.touchpoints[touchpoint]?.rare ? 7 : 1)
    const asksExpected = k % 2 === 0
    answers[item.id] = met
      ? answer(item, asksExpected ? promise : delivered, asksExpected ? expects : gets)
      : 'not_applicable'
  })
  return answers
}
