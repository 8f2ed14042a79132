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

function foreignEntries(out: string, program: string): string[] {
  const entries = fs.readdirSync(out)
  const path = join(out, markName)
  if (!fs.existsSync(path)) return entries
  try {
    const found = mark.parse(JSON.parse(fs.readFileSync(path, 'utf8')))
    if (found.program.name === program)
      return entries.filter((entry) => ![markName, ...found.entries].includes(entry))
  } catch {
    return entries
  }
  return entries
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
  const foreign = foreignEntries(out, program)
  if (foreign.length > 0)
    throw new UserError({
      what: 'the output folder holds files that this program did not make',
      value: foreign.slice(0, 5).join(', '),
      where: out,
      hint: 'name an empty or new folder with --out',
    })
}

/**
 * Runs `write` on a new folder beside `out` and swaps it in when all is written; a failure leaves `out` as it was.
 * `inputs`: folders that must not lie in it.
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
    fs.rmSync(old, { recursive: true, force: true })
  } catch {
    world.notice(`the old output could not be removed: ${old}`)
  }
}
