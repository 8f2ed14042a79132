/** Surveys first, first + step, … below count: a line with the tally of each. */
import { tallies } from './run.ts'

const [seed = 0, first = 0, step = 1, count = 0] = process.argv.slice(2).map(Number)

function* numbers() {
  for (let number = first; number < count; number += step) yield number
}

for await (const tally of tallies(seed, numbers())) process.stdout.write(`${JSON.stringify(tally)}\n`)
