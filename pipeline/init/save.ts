/** Writes new files into a folder: all of them or none, and never over another. */
import * as fs from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { DraftFile } from './write.ts'

/** Refuses a folder that holds one of the files already. */
export function refuseThere(folder: string, names: readonly string[]): void {
  if (fs.existsSync(folder) && !fs.statSync(folder).isDirectory())
    throw new UserError({
      what: 'a file, not a folder',
      value: folder,
      hint: 'name another folder with --out',
    })
  const there = names.filter((name) => fs.existsSync(join(folder, name)))
  if (there.length > 0)
    throw new UserError({
      what: 'these files are there already',
      value: there.join(', '),
      where: folder,
      hint: 'init never replaces a file: name another folder with --out',
    })
}

/** Writes the files; what it wrote before a failure is taken away again. */
export function save(folder: string, files: readonly DraftFile[]): void {
  refuseThere(
    folder,
    files.map(({ name }) => name),
  )
  const made = fs.mkdirSync(folder, { recursive: true })
  const written: string[] = []
  try {
    for (const { name, text } of files) {
      const path = join(folder, name)
      const file = fs.openSync(path, 'wx')
      written.push(path)
      try {
        fs.writeFileSync(file, text)
      } finally {
        fs.closeSync(file)
      }
    }
  } catch (error) {
    for (const path of written) fs.rmSync(path, { force: true })
    if (made !== undefined) fs.rmSync(made, { recursive: true, force: true })
    throw error
  }
}
