/** Replicate weights: what each sampling unit’s weight is multiplied by. */

/** n_h / (n_h − 1) times how often each unit is drawn, or 1 in a stratum of one unit. */
export type Multipliers = Float64Array

const byStratum = (strata: readonly number[]): number[][] => {
  const units: number[][] = []
  for (const [unit, stratum] of strata.entries()) {
    const found = units[stratum]
    if (found === undefined) units[stratum] = [unit]
    else found.push(unit)
  }
  return units.filter((one) => one !== undefined)
}

/**
 * One replicate of the Rao-Wu bootstrap: n_h − 1 of the n_h units of each stratum drawn with replacement; a unit drawn t
 * times counts t · n_h / (n_h − 1) times. The variance of an estimate is that of its replicates, about their mean:
 * V = Σ (θ_r − θ̄)² / (R − 1). `strata`: the stratum number of each unit; `uniform`: numbers on [0, 1).
 * A stratum of one unit is kept as it is, and adds nothing to the variance.
 * Source: Rao, Wu & Yue 1992, Survey Methodology 18(2), 209-217; METHOD.md §3.
 */
export function bootstrapMultipliers(strata: readonly number[], uniform: () => number): Multipliers {
  const multipliers = new Float64Array(strata.length)
  for (const units of byStratum(strata)) {
    const n = units.length
    const [only] = units
    if (n === 1 && only !== undefined) multipliers[only] = 1
    for (let draw = 1; draw < n; draw++) {
      const unit = units[Math.floor(uniform() * n)] ?? 0
      multipliers[unit] = (multipliers[unit] ?? 0) + n / (n - 1)
    }
  }
  return multipliers
}

/**
 * One replicate of the stratified jackknife: unit `out` is left out, the others of its stratum count n_h / (n_h − 1) times.
 * V = Σ_h (n_h − 1)/n_h Σ_i (θ_(hi) − θ̄_h)², over the units i of stratum h. In a stratum of one unit nothing is left out.
 * Source: Rust & Rao 1996, Statistical Methods in Medical Research 5, 283-310 (JKn); METHOD.md §3.
 */
export function jackknifeMultipliers(strata: readonly number[], out: number): Multipliers {
  const stratum = strata[out]
  const n = strata.filter((one) => one === stratum).length
  return Float64Array.from(strata, (one, unit) =>
    one !== stratum || n === 1 ? 1 : unit === out ? 0 : n / (n - 1),
  )
}
