/** Surveys first, first + step, … below count, of scores and then of what explains them: a line for each. */
import { judged } from './run.ts'

const [seed = 0, first = 0, step = 1, scores = 0, explained = 0] = process.argv.slice(2).map(Number)

function* numbers(count: number) {
  for (let number = first; number < count; number += step) yield number
}

for (const [what, count] of [
  ['scores', scores],
  ['explained', explained],
] as const)
  for await (const one of judged(seed, what, numbers(count))) process.stdout.write(`${JSON.stringify(one)}\n`)
