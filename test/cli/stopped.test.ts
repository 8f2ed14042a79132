import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { builtBefore } from './built.ts'
import { checksums } from './files.ts'
import { program } from './run.ts'
import { answers, csv, study } from './study.ts'

it.each([
  'SIGINT',
  'SIGTERM',
] as const)('leaves the old output whole, and nothing beside it, on %s', async (signal) => {
  const { beside, out } = await builtBefore()
  const sums = checksums(out)
  const files = { ...study(), 'raw/2025.csv': csv(answers(2025, 2000)) }
  const child = spawn(process.execPath, [program, 'build', folderWith(files), '--out', out])
  const closed = once(child, 'close')
  while (readdirSync(beside).length === 1 && child.exitCode === null) await setTimeout(2)
  child.kill(signal)
  const [code] = await closed
  expect(code).not.toBe(0)
  expect(checksums(out)).toEqual(sums)
  expect(readdirSync(beside)).toEqual(['site'])
})
