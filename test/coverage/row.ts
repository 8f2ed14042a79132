/** A row of the report: what is counted under a name, and what is aimed at. */

/** In per cent. `bound`: the upper 95 % limit of the share of waves. */
export type Aim = { from: number; to: number } | { bound: number }

export const within: Aim = { from: 94, to: 96 }
export const atLeast = (from: number): Aim => ({ from, to: 100 })
export const atMost = (to: number): Aim => ({ from: 0, to })

export interface Row {
  name: string
  label: string
  aim?: Aim
  /** true: surveys of one population count as one for the Monte Carlo error, since the truth itself is what is drawn */
  byPopulation?: boolean
}
