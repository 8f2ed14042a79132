/** The order of waves in time. */

const natural = new Intl.Collator('en', { numeric: true })

/** Natural order: `w2` before `w10`. */
export const inNaturalOrder = (a: string, b: string): number =>
  natural.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

/** Below 0 where a lies before b: in the order of the waves given; in natural order where one of them is no wave. */
export function inTime(waves: readonly string[], a: string, b: string): number {
  const [i, j] = [waves.indexOf(a), waves.indexOf(b)]
  return i < 0 || j < 0 ? inNaturalOrder(a, b) : i - j
}

/** All waves in order of time: one that is not among `waves` comes before the first that natural order puts after it. */
export function timelineOf(waves: readonly string[], others: readonly string[]): string[] {
  const place = (wave: string): number => {
    const [own, next] = [waves.indexOf(wave), waves.findIndex((known) => inNaturalOrder(wave, known) < 0)]
    if (own >= 0) return own
    return (next < 0 ? waves.length : next) - 0.5
  }
  return [...new Set([...waves, ...others])].sort((a, b) => place(a) - place(b) || inNaturalOrder(a, b))
}
