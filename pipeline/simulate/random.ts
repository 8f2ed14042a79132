import { uniforms } from '../stats/random.ts'

/** A stream of pseudo-random numbers. Integer and IEEE arithmetic only: the same bits on every platform. */
export interface Random {
  /** uniform on [0, 1) */
  uniform(): number
  /** bell-shaped with mean 0 and variance 1: the standardised sum of four uniforms, see `bellAbove` */
  bell(): number
  /** index into `weights`, drawn with probability proportional to them */
  choice(weights: readonly number[]): number
}

const bellScale = Math.sqrt(3)

/** Half-width of the support of `bell`. */
export const bellReach = 2 * bellScale

/** The stream named by a seed and a label. */
export function randomStream(seed: number, label: string): Random {
  const uniform = uniforms(seed, label)
  const bell = (): number => (uniform() + uniform() + uniform() + uniform() - 2) * bellScale

  const choice = (weights: readonly number[]): number => {
    let total = 0
    for (const weight of weights) total += weight
    let left = uniform() * total
    let last = 0
    for (const [index, weight] of weights.entries()) {
      if (weight <= 0) continue
      last = index
      left -= weight
      if (left < 0) return index
    }
    return last
  }
  return { uniform, bell, choice }
}

/** P(bell >= z): the Irwin-Hall distribution of four, a piecewise polynomial. */
export function bellAbove(z: number): number {
  const distance = 2 - Math.abs(z) / bellScale
  if (distance <= 0) return z > 0 ? 0 : 1
  const inner = distance > 1 ? distance - 1 : 0
  const square = distance * distance
  const innerSquare = inner * inner
  const tail = (square * square - 4 * innerSquare * innerSquare) / 24
  return z > 0 ? tail : 1 - tail
}

/** Mean of max(0, bell - z) for z from 0 up: the integral of `bellAbove`. */
export function bellBeyond(z: number): number {
  const distance = Math.max(0, 2 - z / bellScale)
  const inner = Math.max(0, distance - 1)
  const fifth = (x: number) => x * x * x * x * x
  return (bellScale * (fifth(distance) - 4 * fifth(inner))) / 120
}

/** Density of the bell at z, the cubic B-spline. */
export function bellDensity(z: number): number {
  const distance = 2 - Math.abs(z) / bellScale
  if (distance <= 0) return 0
  const inner = distance > 1 ? distance - 1 : 0
  return (distance * distance * distance - 4 * inner * inner * inner) / 6 / bellScale
}
