/** Latent levels of companies by wave. */
import { drivers } from './drivers.ts'
import type { Planted } from './planted.ts'
import type { Random } from './random.ts'
import { expectedItem, experiencedItem, touchpoints } from './touchpoints.ts'
import type { Wave } from './waves.ts'

/** Trait → latent points. */
export type Levels = Readonly<Record<string, number>>

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** What the companies of one industry have in common. */
export function industryLevels(random: Random): Levels {
  const levels: Record<string, number> = {
    satisfaction: 72 + 2.6 * random.bell(),
    loyalty: 15 + 3 * random.bell(),
    advocacy: 9 + 1.5 * random.bell(),
    digital: 27 + 4 * random.bell(),
    need: 70 + 2 * random.bell(),
  }
  for (const driver of drivers) levels[driver] = 70 + 3 * random.bell()
  for (const touchpoint of touchpoints) {
    levels[expectedItem(touchpoint)] = 72 + touchpoint.expected + 2 * random.bell()
    levels[experiencedItem(touchpoint)] = 71 + touchpoint.experienced + 2 * random.bell()
  }
  return levels
}

/** Latent level of satisfaction in the first wave, where something is planted. */
function plantedStart(industry: Levels, { satisfaction, behind }: Planted): number {
  const most = behind === undefined ? satisfaction : (industry.satisfaction ?? 0) - behind
  return Math.min(satisfaction, most)
}

function startOf(industry: Levels, planted: Planted | undefined, random: Random): Record<string, number> {
  const of = (trait: string) => industry[trait] ?? 0
  const drawn = clamp(of('satisfaction') + 3.2 * random.bell(), 60, 79)
  const satisfaction = planted === undefined ? drawn : plantedStart(industry, planted)
  const levels: Record<string, number> = {
    satisfaction,
    loyalty: 0.8 * satisfaction + of('loyalty') + 2.5 * random.bell(),
    advocacy: 0.9 * satisfaction + of('advocacy') + 2 * random.bell(),
    digital: planted?.digital ?? 0.35 * satisfaction + of('digital') + 6 * random.bell(),
    need: of('need') + 0.4 * (satisfaction - 72) + 2 * random.bell(),
  }
  for (const driver of drivers)
    levels[driver] = of(driver) + 2.5 * random.bell() + (driver === 'promises' ? (planted?.promises ?? 0) : 0)
  for (const touchpoint of touchpoints) {
    const expected = expectedItem(touchpoint)
    const experienced = experiencedItem(touchpoint)
    const own = [1.5 * random.bell(), 0.4 * (satisfaction - of('satisfaction')) + 1.5 * random.bell()]
    levels[expected] = of(expected) + (planted?.expected ?? own[0] ?? 0)
    levels[experienced] = of(experienced) + (planted?.experienced ?? own[1] ?? 0)
  }
  return levels
}

/** How much of a jump in satisfaction reaches the other traits. */
const reach: Levels = { satisfaction: 1, loyalty: 0.8, advocacy: 0.9 }

/** Points by which digital relevance rises everywhere from wave to wave. */
const digitalTide = 0.5

/** Levels of a company by wave: a slow walk, or what is planted. */
export function levelsOf(
  industry: Levels,
  planted: Planted | undefined,
  waves: readonly Wave[],
  random: Random,
): Levels[] {
  const pace = planted === undefined ? 0.7 : (planted.pace ?? 0)
  const now = startOf(industry, planted, random)
  const step = (trait: string, points: number) => {
    now[trait] = (now[trait] ?? 0) + points
  }
  return waves.map(({ index, isLast }) => {
    if (index > 0) {
      for (const trait of ['satisfaction', 'loyalty', 'advocacy', 'digital'])
        step(trait, pace * random.bell())
      if (planted?.digital === undefined) step('digital', digitalTide)
      if (planted === undefined) now.satisfaction = clamp(now.satisfaction ?? 0, 58, 80)
      if (isLast) for (const [trait, part] of Object.entries(reach)) step(trait, part * (planted?.jump ?? 0))
    }
    return { ...now }
  })
}
