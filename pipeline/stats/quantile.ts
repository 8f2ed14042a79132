/** Quantile of type 7: linear between order statistics; NaN without values. Source: Hyndman & Fan 1996. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort()
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  const part = at - Math.floor(at)
  return (1 - part) * below + part * above
}
