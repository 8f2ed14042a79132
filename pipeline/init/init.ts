/** init: raw files → a first study folder. */
import { basename, isAbsolute, relative, resolve, sep } from 'node:path'
import { loadStudy } from '../contract/load.ts'
import { open } from '../contract/todo.ts'
import { type Mistake, UserError } from '../errors.ts'
import type { World } from '../world.ts'
import { type Ask, askDraft, askRoles } from './ask.ts'
import type { Draft } from './draft.ts'
import { inputsOf } from './inputs.ts'
import { slug } from './names.ts'
import { openWaves } from './open.ts'
import { propose } from './propose.ts'
import { type Choice, readOpened } from './read.ts'
import { refuseThere, save } from './save.ts'
import { type DraftFile, write } from './write.ts'

/** What was written, what is left to decide, and what to run next. */
export interface Started {
  folder: string
  files: string[]
  todos: { file: string; line: number; what: string }[]
  draft: Draft
  /** the arguments of `barometer` that check the study */
  next: string[]
}

/** The places of a written study that wait for a person. */
export function todosIn(files: readonly DraftFile[]): Started['todos'] {
  const text = new Map(files.map((file) => [file.name, file.text]))
  let found: readonly Mistake[] = []
  try {
    loadStudy((name) => text.get(name))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    found = error.mistakes
  }
  return found.flatMap(({ what, value = '', at }) =>
    what === open && at !== undefined ? [{ file: at.file, line: at.line ?? 0, what: value }] : [],
  )
}

/** Reads the raw files and writes a first study; `ask` puts questions to a person, undefined where nobody is there. */
export async function init(world: World, paths: readonly string[], out: string, ask?: Ask): Promise<Started> {
  refuseThere(out, ['study.yaml', 'companies.csv', 'industries.csv'])
  const inputs = inputsOf(world, paths)
  const db = await world.openDatabase()
  const waves = await openWaves(world, db, inputs.folder, inputs.waves)
  const read = async (choices: readonly Choice[] = []) => {
    const reads = []
    for (const [k, opened] of waves.entries()) {
      world.progress(`wave ${opened.id.value}: looking for questions`)
      reads.push(await readOpened(db, opened, choices[k]))
    }
    return reads
  }
  const id = slug(basename(resolve(out)), new Set(), 'study')
  const draft =
    ask === undefined ? propose(id, await read()) : await askDraft(ask, id, await askRoles(ask, waves, read))
  const inside = relative(resolve(out), inputs.folder)
  const isThere = !isAbsolute(inside) && inside !== '..' && !inside.startsWith(`..${sep}`)
  const raw = paths.every((path) => isAbsolute(path)) ? inputs.folder : relative('', inputs.folder) || '.'
  const files = write(draft, isThere ? inside.split(sep).join('/') : 'raw')
  save(out, files)
  return {
    folder: out,
    files: files.map(({ name }) => name),
    todos: todosIn(files),
    draft,
    next: isThere ? ['check', out] : ['check', out, '--raw', raw],
  }
}
