/** The output folder: written beside the old one and swapped in whole. */
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { UserError } from './errors.ts'
import type { World } from './world.ts'

/** Marks a folder as made by this program and names what it holds, so that nothing else is ever replaced. */
const markName = 'barometer.json'
const mark = z.object({ program: z.object({ name: z.string() }), entries: z.array(z.string()) })

/** Where a path really leads, also where its last parts do not exist yet. */
function realPath(path: string): string {
  const whole = resolve(path)
  if (fs.existsSync(whole)) return fs.realpathSync(whole)
  return dirname(whole) === whole ? whole : join(realPath(dirname(whole)), relative(dirname(whole), whole))
}

/** What the program made in the folder at its last build; undefined where the folder is not its own. */
function ownEntries(out: string, program: string): string[] | undefined {
  const path = join(out, markName)
  if (!fs.existsSync(path)) return undefined
  try {
    const found = mark.parse(JSON.parse(fs.readFileSync(path, 'utf8')))
    return found.program.name === program ? [markName, ...found.entries] : undefined
  } catch {
    return undefined
  }
}

/** Refuses an output folder that holds anything else than an earlier output, or one of `inputs`. */
function checkOutput(out: string, inputs: readonly string[], program: string): void {
  const within = inputs.find((input) => !relative(out, realPath(input)).startsWith('..'))
  if (within !== undefined)
    throw new UserError({
      what: 'the output would replace the study or its raw files',
      value: within,
      where: out,
      hint: 'name a folder that does not hold them with --out',
    })
  if (!fs.existsSync(out)) return
  if (!fs.statSync(out).isDirectory())
    throw new UserError({
      what: 'the output is a file, not a folder',
      value: out,
      hint: 'name another folder with --out',
    })
  const entries = fs.readdirSync(out)
  if (entries.length > 0 && ownEntries(out, program) === undefined)
    throw new UserError({
      what: 'the output folder holds files that this program did not make',
      value: entries.slice(0, 5).join(', '),
      where: out,
      hint: 'name an empty or new folder with --out',
    })
}

/**
 * Runs `write` on a new folder beside `out` and swaps it in when all is written; a failure leaves `out` as it was.
 * What somebody added to the top of an earlier output moves on into the new one. `inputs`: folders that must not lie in it.
 */
export async function swapIn(
  world: World,
  {
    out,
    inputs,
    program,
  }: { out: string; inputs: readonly string[]; program: { name: string; version: string } },
  write: (folder: string) => Promise<void>,
): Promise<void> {
  const target = realPath(out)
  checkOutput(target, inputs, program.name)
  const beside = (what: string) =>
    join(dirname(target), `.barometer-${randomBytes(4).toString('hex')}.${what}`)
  const [fresh, old] = [beside('new'), beside('old')]
  world.makeTemporary(fresh)
  try {
    await write(fresh)
    const entries = fs.readdirSync(fresh).sort()
    world.write(join(fresh, markName), `${JSON.stringify({ program, entries }, null, 2)}\n`)
    checkOutput(target, inputs, program.name)
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
  try {
    const own = ownEntries(old, program.name) ?? []
    const added = fs.existsSync(old) ? fs.readdirSync(old).filter((entry) => !own.includes(entry)) : []
    for (const entry of added.filter((one) => !fs.existsSync(join(target, one))))
      fs.renameSync(join(old, entry), join(target, entry))
    fs.rmSync(old, { recursive: true, force: true })
  } catch {
    world.notice(`the old output could not be removed: ${old}`)
  }
}
