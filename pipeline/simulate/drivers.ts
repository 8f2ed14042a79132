/** What drives satisfaction: how each driver acts depends on the industry, and not on the company. */
import { bellBeyond } from './random.ts'

export const drivers = ['works', 'extras', 'promises'] as const
export type Driver = (typeof drivers)[number]

/** What people want of an industry: that it works, that goods and price are right, or that they are pleased. */
export type IndustryKind = 'utility' | 'retail' | 'leisure'

/** Points of satisfaction per standard deviation of the driver, below −`kink` and above `kink`; nothing in between. */
export interface Slopes {
  below: number
  above: number
  kink: number
}

const none: Slopes = { below: 0, above: 0, kink: 0 }
const basic: Slopes = { below: 13, above: 0, kink: 0.5 }
const excitement: Slopes = { below: 0, above: 13, kink: 0.5 }
const performance: Slopes = { below: 4.5, above: 4.5, kink: 0 }

export const slopes: Readonly<Record<IndustryKind, Readonly<Record<Driver, Slopes>>>> = {
  utility: { works: basic, extras: none, promises: performance },
  retail: { works: performance, extras: none, promises: performance },
  leisure: { works: performance, extras: excitement, promises: none },
}

/** The name of what the slopes do. */
export function kindOf({ below, above }: Slopes): 'basic' | 'excitement' | 'performance' | 'none' {
  if (below === 0 && above === 0) return 'none'
  if (above === 0) return 'basic'
  return below === 0 ? 'excitement' : 'performance'
}

/** Points that the driver at `z` standard deviations from its middle adds to satisfaction; 0 on average. */
export const effect = ({ below, above, kink }: Slopes, z: number): number =>
  below * Math.min(0, z + kink) + above * Math.max(0, z - kink) - (above - below) * bellBeyond(kink)
