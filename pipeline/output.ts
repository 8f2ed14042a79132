/** The output folder: written beside the old one and swapped in whole. */
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from './errors.ts'
import type { World } from './world.ts'

/** Marks a folder as made by this program, so that nothing else is ever replaced. */
const mark = 'barometer.json'

/** The old output must be ours, or empty: a folder with anything else in it is never replaced. */
export function checkOutput(out: string): void {
  if (!fs.existsSync(out)) return
  if (!fs.statSync(out).isDirectory())
    throw new UserError({
      what: 'the output is a file, not a folder',
      value: out,
      hint: 'name another folder with --out',
    })
  if (fs.readdirSync(out).length > 0 && !fs.existsSync(join(out, mark)))
    throw new UserError({
      what: 'the output folder holds files that this program did not make',
      value: out,
      hint: 'name an empty or new folder with --out',
    })
}

/** Runs `write` on a new folder beside `out` and swaps it in when all is written; a failure leaves `out` as it was. */
export async function swapIn(
  world: World,
  out: string,
  marking: object,
  write: (folder: string) => Promise<void>,
): Promise<void> {
  const target = resolve(out)
  const beside = (what: string) =>
    join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.${what}`)
  const [fresh, old] = [beside('new'), beside('old')]
  try {
    world.makeTemporary(fresh)
    await write(fresh)
    fs.writeFileSync(join(fresh, mark), `${JSON.stringify(marking, null, 2)}\n`)
    checkOutput(target)
    if (fs.existsSync(target)) fs.renameSync(target, old)
    try {
      fs.renameSync(fresh, target)
    } catch (error) {
      if (fs.existsSync(old)) fs.renameSync(old, target)
      throw error
    }
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true })
  }
  fs.rmSync(old, { recursive: true, force: true })
}
