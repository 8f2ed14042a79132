/** The parts of a random study that explain scores. */
import type { Draft } from './draft.ts'
import { ballots, needItem, touchpointsOf } from './people-explained.ts'
import type { PlainCompany, PlainIndex, PlainStudy, PlainWave, Respondent } from './plain.ts'

/** Whether wave `t` asks item number `k` of those that explain. */
export function isAsked({ explained }: Draft, t: number, id: string, k: number): boolean {
  const { touchpoint = null, need = false } = explained.lacks[t] ?? {}
  return id === needItem ? !need : k !== touchpoint
}

/** Whether wave `t` tells by whom customers were served. */
export const servedIn = ({ explained }: Draft, t: number): boolean =>
  explained.channels && explained.lacks[t]?.served !== true

/** The experiments of wave `t`: those whose two halves both rate public companies. */
export function experimentsIn(
  { explained }: Draft,
  t: number,
  companies: readonly PlainCompany[],
  respondents: readonly Respondent[],
): string[] {
  const open = new Set(companies.filter(({ publish }) => publish).map(({ id }) => id))
  const people = respondents.filter(
    ({ wave, ratings }) => wave === String(2023 + t) && ratings.some(({ company }) => open.has(company)),
  )
  return ballots.filter((id, k) => {
    const seen = new Set(people.map(({ halves }) => halves?.[id]))
    return (
      explained.ballots[k] === true &&
      explained.lacks[t]?.ballots[k] !== true &&
      explained.names.every((name) => seen.has(name))
    )
  })
}

/** The last index under the name of loyalty, or with the net promoter item. */
export function loyal({ explained, promoter }: Draft, indices: readonly PlainIndex[]): PlainIndex[] {
  return indices.map((index, at): PlainIndex => {
    if (at < indices.length - 1) return index
    if (explained.loyal === 'named') return { ...index, id: 'loyalty' }
    if (explained.loyal === 'plain' || !promoter) return index
    const weights = index.weights && { weights: { ...index.weights, rec: 1 } }
    return { ...index, items: [...index.items, 'rec'], ...weights }
  })
}

type Explained = Pick<PlainStudy, 'combined' | 'touchpoints' | 'need_met' | 'channels' | 'experiments'>

export function explainedParts(
  study: Draft,
  indices: readonly PlainIndex[],
  waves: readonly PlainWave[],
): Explained {
  const { need, mix } = study.explained
  const [index, other] = mix?.swap ? [...indices].reverse() : indices
  const experiments = ballots.filter((id) => waves.some((wave) => wave.experiments?.includes(id)))
  return {
    touchpoints: touchpointsOf(study),
    experiments: experiments.map((id) => ({ id, role: id === ballots[0] })),
    ...(mix && index && other ? { combined: { index: index.id, with: other.id, share: mix.share } } : {}),
    ...(need === null ? {} : { need_met: needItem }),
    ...(waves.some(({ columns }) => columns.includes('served')) ? { channels: ['1', '2'] } : {}),
  }
}
