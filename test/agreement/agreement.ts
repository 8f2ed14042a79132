/**
 * The program and the reference on many random studies: `npm run agreement`, or `npm run agreement -- 1000 --seed 7`.
 * Ends with 1 at the first study on which they differ, and prints it with the differences.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { folderWith } from '../support/folder.ts'
import { disagreements } from './agree.ts'
import { randomStudy } from './study.ts'
import { writeStudy } from './write.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
})
const seed = Number(values.seed)
const numRuns = Number(positionals[0] ?? 300)
if (![seed, numRuns].every(Number.isSafeInteger)) throw new Error('count and seed are whole numbers')

let agreed = 0
const property = fc.asyncProperty(randomStudy, async (study) => {
  const folder = folderWith(writeStudy(study))
  try {
    const found = await disagreements(study, folder)
    if (found.length > 0) throw new Error(found.join('\n'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  agreed++
  if (process.stderr.isTTY) process.stderr.write(`\r${agreed} of ${numRuns} agree `)
})
const { failed, counterexample, errorInstance } = await fc.check(property, {
  ...{ seed, numRuns, endOnFailure: true },
})
if (failed) process.stdout.write(`${JSON.stringify(counterexample, null, 1)}\n${errorInstance}\n`)
process.stdout.write(`${agreed} random studies of seed ${seed} agree${failed ? '; the next does not' : ''}\n`)
process.exitCode = failed ? 1 : 0
