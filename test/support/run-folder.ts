/** One temporary folder for everything that a run of the tests writes, removed when it ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'barometer-tests-'))
  process.env.BAROMETER_TESTS = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
