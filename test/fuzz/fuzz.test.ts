import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run } from '../cli/run.ts'

/** The whole of it is `npm run fuzz`; here a share of its cases with a seed of its own. */
it('a damaged file gives data or a clear error', async () => {
  const script = join(import.meta.dirname, 'fuzz.ts')
  const { code, stdout } = await run(process.execPath, ['--import', 'tsx', script, '250', '--seed', '7'])
  expect(stdout).toMatch(/250 cases of seed 7 in \d+ s, 0 findings/)
  expect(code).toBe(0)
})
