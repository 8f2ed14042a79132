/** The respondents of a random study, and targets that raking can reach. */
import type { Draft, Drawn } from './draft.ts'
import { ballots, encounterOf, explainedAnswers, firmsOf, halvesOf } from './people-explained.ts'
import { kindsOf } from './people-segments.ts'
import type { Answer, PlainItem, PlainStudy, Rating, Respondent, Target } from './plain.ts'

/** Ids whose order by code point is not that of a dictionary. */
export const ids = [
  ...['beta', 'Acme', 'delta-2', 'Civ', 'delta-10', 'Zed', 'echo'],
  ...['Fox', 'golf', 'h-10', 'h-9', 'Ink', 'jet', 'Kilo', 'lima', 'Mu', 'nu-2', 'nu-10'],
]

/** Answers of one respondent in wave `t`; the first company rated there stands for those that were absent. */
function ratingsOf(drawn: Drawn, i: number, t: number, study: Draft, items: readonly PlainItem[]): Rating[] {
  const ratings = new Map<string, Rating>()
  const firms = firmsOf(study)
  const shift = halvesOf(study, i, t).includes(study.explained.names[1] ?? '') ? study.explained.effect : 0
  for (const [j, { company, replies, weight }] of drawn.ratings.entries()) {
    const encounter = encounterOf(study, i, j, t)
    const leap = study.crowd.length > 0 ? 7 * encounter.leap : 0
    const wanted = (company + leap) % firms.length
    const { absent, rare } = firms[wanted] ?? {}
    const at = absent?.[t] || (rare && replies[0] !== 3) ? 0 : wanted
    const { levels, steady } = firms[at] ?? { levels: [], steady: false }
    const answer = ({ min, max, reverse }: PlainItem, k: number): Answer => {
      const drawnReply = replies[k] ?? 0
      if (typeof drawnReply !== 'number') return drawnReply
      const level = reverse ? 1 - (levels[t] ?? 0.5) : (levels[t] ?? 0.5)
      const centre = Math.round(min + level * (max - min))
      return Math.min(max, Math.max(min, centre + (steady ? 0 : drawnReply + shift)))
    }
    const id = ids[at] ?? ''
    ratings.set(id, {
      company: id,
      answers: {
        ...Object.fromEntries(items.map((item, k) => [item.id, answer(item, k)])),
        ...explainedAnswers(study, at, t, encounter),
      },
      served: encounter.served,
      kinds: kindsOf(study, i, j, t),
      weight: study.equal ? 1 : weight / 10_000,
    })
  }
  return [...ratings.values()]
}

/** In a panel those at the same place of two waves are one person, except where one has left. */
export function respondentsOf(study: Draft, t: number, items: readonly PlainItem[]): Respondent[] {
  const { respondents = [], alone = false } = study.waves[t] ?? {}
  return respondents.map((drawn, i) => {
    const earlier = study.panel && !drawn.leaves ? study.waves[0]?.respondents[i] : undefined
    const home = earlier && !drawn.moves ? earlier : drawn
    const answers = earlier && drawn.repeats ? earlier : drawn
    return {
      wave: String(2023 + t),
      respondent: study.panel && drawn.leaves ? `r${i + 1}-${t}` : `r${i + 1}`,
      stratum: alone && i === 0 ? 'alone' : `s${home.stratum % study.strata}`,
      weight: study.equal ? 1 : drawn.weight / 10_000,
      household: `h${home.household}`,
      groups: { age: `a${drawn.groups[0]}`, region: `g${drawn.groups[1]}` },
      halves: Object.fromEntries(ballots.map((id, k) => [id, halvesOf(study, i, t)[k] ?? ''])),
      ratings: ratingsOf(answers, i, t, study, items),
    }
  })
}

/** The shares of other weights for the same people: these margins can all be reached at once. */
export function targetsOf(
  study: Draft,
  waves: PlainStudy['waves'],
  respondents: readonly Respondent[],
): Target[] {
  return study.waves.flatMap(({ respondents: drawn }, t) => {
    const { id = '', columns = [] } = waves[t] ?? {}
    const people = respondents.filter(({ wave }) => wave === id)
    const wanted = people.map(({ weight }, i) => {
      const { pull = 10, groups: [age, region] = [0, 0] } = drawn[i] ?? {}
      const tilt = (study.weighting.tilts[age] ?? 1) * (study.weighting.tilts[4 + region] ?? 1)
      return (columns.includes('weight') ? weight : 1) * pull * tilt
    })
    const whole = wanted.reduce((sum, w) => sum + w, 0)
    return study.weighting.rake.flatMap((variable) => {
      const categories = new Map<string, number>()
      people.forEach(({ groups }, i) => {
        const category = groups?.[variable] ?? ''
        categories.set(category, (categories.get(category) ?? 0) + (wanted[i] ?? 0))
      })
      return [...categories].map(([category, sum]) => ({ wave: id, variable, category, share: sum / whole }))
    })
  })
}
