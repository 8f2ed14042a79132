/**
 * Speed of LMG: 10 drivers in 30 industries with 1,000 resamples each, and 15 drivers once, beside relaimpo where `Rscript` and the
 * package are installed. CPU seconds of one regression, median of three runs.
 */
import { lmg } from '../pipeline/stats/importance.ts'
import { lmgGradients } from '../pipeline/stats/importance-gradient.ts'
import { uniforms } from '../pipeline/stats/random.ts'
import { inR } from './peer.ts'

const industries = 30
const resamples = 1000
const answers = 300
const runs = 3

/** Correlations of resampled ratings of one industry: drivers with a common part, and an outcome that they explain. */
function resampled(p: number, seed: number, count: number): number[][][] {
  const next = uniforms(seed, 'bench')
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const rows = Array.from({ length: answers }, () => {
    const common = normal()
    const x = Array.from({ length: p }, () => 0.6 * common + 0.8 * normal())
    return Float64Array.from([...x, x.reduce((sum, value, j) => sum + value / (j + 1), 0) + 2 * normal()])
  })
  return Array.from({ length: count }, () => {
    const sums = new Float64Array(p + 1)
    const products = new Float64Array((p + 1) ** 2)
    for (let i = 0; i < answers; i++) {
      const row = rows[Math.floor(next() * answers)] as Float64Array
      for (let a = 0; a <= p; a++) {
        sums[a] = (sums[a] as number) + (row[a] as number)
        for (let b = 0; b <= p; b++)
          products[a * (p + 1) + b] =
            (products[a * (p + 1) + b] as number) + (row[a] as number) * (row[b] as number)
      }
    }
    const cov = (a: number, b: number) =>
      (products[a * (p + 1) + b] as number) / answers -
      ((sums[a] as number) * (sums[b] as number)) / answers ** 2
    return Array.from({ length: p + 1 }, (_, a) =>
      Array.from({ length: p + 1 }, (_, b) => cov(a, b) / Math.sqrt(cov(a, a) * cov(b, b))),
    )
  })
}

function timed(work: () => void): number {
  const seconds = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6
  })
  return seconds.sort((a, b) => a - b)[runs >> 1] ?? 0
}

/** The comparison as a table in Markdown. */
export function drivers(): string {
  const lines = [
    '| work | in all, CPU | one regression | relaimpo, one regression | times faster |',
    '|---|---|---|---|---|',
  ]
  const line = (work: string, all: number, count: number, theirs: number | undefined) => {
    const one = all / count
    const peer =
      theirs === undefined
        ? 'not installed | '
        : `${(1000 * theirs).toFixed(1)} ms | ${(theirs / one).toFixed(0)}`
    lines.push(`| ${work} | ${all.toFixed(2)} s | ${(1e6 * one).toFixed(1)} µs | ${peer} |`)
  }
  for (const [p, groups, count] of [
    [10, industries, resamples],
    [15, 1, 1],
  ] as const) {
    const matrices = Array.from({ length: groups }, (_, k) => resampled(p, k, count)).flat()
    const { lmg: theirs } = inR('peer-relaimpo.R', String(p), p > 12 ? '1' : '20')
    const each = (of: (r: number[][]) => unknown) => () => {
      for (const r of matrices) of(r)
    }
    each(lmg)()
    line(`LMG of ${p} drivers × ${groups} × ${count}`, timed(each(lmg)), matrices.length, theirs)
  }
  const once = resampled(15, 1, 1)[0] ?? []
  line(
    'the same of 15 with all derivatives',
    timed(() => lmgGradients(once)),
    1,
    undefined,
  )
  return lines.join('\n')
}
