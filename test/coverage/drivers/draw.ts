/** Ratings whose drivers act in a known way. */
import { uniforms } from '../../../pipeline/stats/random.ts'
import type { Ratings } from '../../support/regression.ts'

/** Points of the outcome for a driver at `x` on 1-10. */
export type Effect = (x: number) => number

export interface Plan {
  n: number
  effects: readonly Effect[]
  /** correlation of any two drivers before they are rounded */
  together: number
  /** standard deviation of what else moves the outcome, in points */
  noise: number
  /** the outcome is a whole answer on 1-10, as the drivers are */
  capped: boolean
  /** mean of drivers, and of the capped outcome, on 1-10; they have a standard deviation of 2.2 */
  mean?: number
}

const sd = 2.2
const answer = (value: number): number => Math.min(10, Math.max(1, Math.round(value)))
export const hundred = (value: number): number => ((value - 1) * 100) / 9

export const slope =
  (points: number): Effect =>
  (x) =>
    points * (x - 7)
/** So many points for each step below a knot. */
export const hurts =
  (points: number, knot = 7.5): Effect =>
  (x) =>
    points * Math.min(0, x - knot)
export const pleases =
  (points: number, knot = 7.5): Effect =>
  (x) =>
    points * Math.max(0, x - knot)
export const nothing: Effect = () => 0

/** One study, the same for the same seed. Drivers and outcome on 0-100. */
export function drawn({ n, effects, together, noise, capped, mean = 7 }: Plan, seed: number): Ratings {
  const next = uniforms(seed, 'drivers')
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const x = effects.map(() => new Array<number>(n).fill(0))
  const y = new Array<number>(n).fill(0)
  for (let i = 0; i < n; i++) {
    const common = normal()
    let points = 0
    for (const [j, effect] of effects.entries()) {
      const given = answer(mean + sd * (Math.sqrt(together) * common + Math.sqrt(1 - together) * normal()))
      points += effect(given)
      ;(x[j] as number[])[i] = hundred(given)
    }
    const value = points + noise * normal()
    y[i] = capped ? hundred(answer(mean + (value * 9) / 100)) : value
  }
  return { x, y, w: y.map(() => 1), unit: y.map((_, i) => i) }
}
