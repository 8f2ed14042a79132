/** Changes where the units of two waves are partly the same (METHOD.md §7). */
import { type Domain, strataTouched } from './domain.ts'
import { type Difference, tTest, welch } from './tests.ts'
import type { Wave } from './wave.ts'

/** An estimate in its wave. */
export interface Placed {
  wave: Wave
  domain: Domain
  mean: number
  v: number
  df: number
}

/** u of each unit by name, centred in its stratum, times √(n/(n−1)); a stratum of one unit stays as it is. */
function centred({ wave, domain }: Placed): Map<string, number> {
  return new Map(
    wave.strata.flatMap((places) => {
      const n = places.length
      const mean = places.reduce((sum, i) => sum + (domain.influence[i] ?? 0), 0) / n
      return places.map((i): [string, number] => {
        const u = domain.influence[i] ?? 0
        return [wave.units[i] ?? '', n === 1 ? u : Math.sqrt(n / (n - 1)) * (u - mean)]
      })
    }),
  )
}

/** The covariance of two estimates of different waves, from the units that were sampled in both. */
export function acrossWaves(before: Placed, now: Placed): number {
  const second = centred(now)
  return [...centred(before)].reduce((sum, [unit, u]) => sum + u * (second.get(unit) ?? 0), 0)
}

const membersOf = ({ wave, domain }: Placed): Set<string> =>
  new Set([...domain.members].map((i) => wave.units[i] ?? ''))

/**
 * The test of a change in a panel. Where no unit has a valid score in both waves, the degrees of freedom are
 * those of independent samples.
 */
export function panelTest(before: Placed, now: Placed, confidence: number): Difference | null {
  const [first, second] = [membersOf(before), membersOf(now)]
  const shared = -2 * acrossWaves(before, now)
  if (![...first].some((unit) => second.has(unit))) return welch(before, now, confidence, shared)
  const touched =
    strataTouched(before.wave, before.domain.members) + strataTouched(now.wave, now.domain.members)
  const v = before.v + now.v + shared
  if (v < 1e-11 * (before.v + now.v)) return null
  return tTest(now.mean - before.mean, v, new Set([...first, ...second]).size - touched, confidence)
}
