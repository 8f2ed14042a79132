/** A value beside a usual scale, 0 below 1-5 or 6 above it: an answer, or a code that means no answer? */
import type { Range } from './answers.ts'
import type { Elsewhere } from './sample.ts'

/** Whether a value lies on the scale; undefined where the answers do not tell. */
export interface Verdict {
  value: number
  onScale: boolean | undefined
  why: string
}

const answers = 20

/** What the evidence says where the answers do not tell. */
export const tooFew = 'too few answers to tell'

/**
 * On a scale, who gives the highest value answers the other questions highest, too. A value whose givers answer elsewhere
 * like people from the middle of the scale is a code.
 */
export function edgeVerdicts({ min, max, edges }: Range, others: ReadonlyMap<number, Elsewhere>): Verdict[] {
  const on = (value: number) => {
    const found = others.get(value)
    return found !== undefined && found.n >= answers ? found : undefined
  }
  return edges.map((value) => {
    const step = value > min ? -1 : 1
    const end = step < 0 ? max : Math.max(min, value + 1)
    const [edge, near] = [on(value), on(end)]
    const inside = Array.from({ length: 3 }, (_, k) => on(end + step * (k + 1))).findLast(
      (one) => one !== undefined,
    )
    if (edge === undefined || near === undefined || inside === undefined)
      return { value, onScale: undefined, why: tooFew }
    const rising = Math.sign(near.mean - inside.mean)
    const further = (edge.mean - near.mean) * rising
    const doubt = 2 * Math.hypot(edge.se, near.se)
    const shown = (mean: number) => (100 * mean).toFixed(0)
    const why = `who answers ${value} rates the other questions ${shown(edge.mean)} of 100, who answers ${end} ${shown(near.mean)}, who answers ${end + step} ${shown((on(end + step) ?? inside).mean)}`
    return { value, onScale: further > doubt ? true : further < -doubt ? false : undefined, why }
  })
}
