/** The same work in R. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** CPU seconds by name; nothing where R or a package is missing. */
export function inR(script: string, ...args: string[]): Record<string, number> {
  const { status, stdout } = spawnSync('Rscript', [join(import.meta.dirname, script), ...args], {
    encoding: 'utf8',
  })
  return status === 0 ? JSON.parse(stdout) : {}
}
