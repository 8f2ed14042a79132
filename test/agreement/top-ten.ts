/** Rows of the table `top_ten`, but for the figures that are simulated (METHOD.md §16). */
import type { TopTenRow } from '../../pipeline/tables.ts'
import { mixedCompanies } from './combined.ts'
import { orderOf, placesOf } from './companies.ts'
import type { PlainStudy } from './plain.ts'

export const simulated = [
  'turnover_expected',
  'turnover_low',
  'turnover_high',
  'turnover_p',
  'tau_low',
  'tau_high',
] as const
export type PlainTopTenRow = Omit<TopTenRow, (typeof simulated)[number]>

/** Kendall’s tau-b, pair by pair: null where one of the two tells no pair apart. */
export function tauB(a: readonly number[], b: readonly number[]): number | null {
  let [together, inA, inB] = [0, 0, 0]
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) {
      const [first, second] = [orderOf(a[i] ?? 0, a[j] ?? 0), orderOf(b[i] ?? 0, b[j] ?? 0)]
      together += first * second
      inA += Math.abs(first)
      inB += Math.abs(second)
    }
  return inA === 0 || inB === 0 ? null : together / Math.sqrt(inA * inB)
}

/** From 0 to 1 in steps of 0.1, and the share that the contract states. */
function sharesBeside(stated: number): { share: number; stated: boolean }[] {
  const steps = Array.from({ length: 11 }, (_, k) => k / 10)
  const isStated = (share: number) => Math.abs(share - stated) < 1e-9
  const all = steps.some(isStated) ? steps : [...steps, stated]
  return all.map((share) => ({ share, stated: isStated(share) }))
}

export function topTenRows(study: PlainStudy, waveId: string): PlainTopTenRow[] {
  const ranked = mixedCompanies(study, waveId)?.filter(({ reason }) => reason === null)
  if (!study.combined || !ranked || ranked.length < 2) return []
  const { index, with: other, share: given } = study.combined
  const before = ranked.map(({ one }) => one.mean)
  const placesBefore = placesOf(before)
  return sharesBeside(given).map(({ share, stated }) => {
    const after = ranked.map((company) => (1 - share) * company.one.mean + share * company.other.mean)
    const placesAfter = placesOf(after)
    const ids = (chosen: (was: boolean, is: boolean) => boolean) =>
      ranked
        .filter((_, i) => chosen((placesBefore[i] ?? 0) <= 10, (placesAfter[i] ?? 0) <= 10))
        .map(({ id }) => id)
        .sort()
    const enough = ranked.length > 10
    const leaving = enough ? ids((was, is) => was && !is) : []
    const entering = enough ? ids((was, is) => is && !was) : []
    return {
      ...{ wave: waveId, index, with: other, share, stated, companies: ranked.length },
      turnover: enough ? leaving.length : null,
      ...{ entering: entering.join('|'), leaving: leaving.join('|') },
      kendall_tau: tauB(before, after),
    }
  })
}
