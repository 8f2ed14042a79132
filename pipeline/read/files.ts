import { isAbsolute, join, normalize, sep } from 'node:path'
import type { Wave } from '../contract/study.ts'
import { type Mistake, UserError } from '../errors.ts'
import type { World } from '../world.ts'
import { decoded, isUtf8 } from './csv.ts'
import type { RawFile } from './reader.ts'

/** A path of the contract below `folder`; it cannot leave the folder. */
function inside(folder: string, name: string): string | undefined {
  const path = normalize(name)
  return isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`) ? undefined : join(folder, path)
}

/** Finds the raw files of a wave in the study folder, or in the folder that `--raw` names. */
export function findFiles(world: World, folder: string, wave: Wave): RawFile[] {
  const mistakes: Mistake[] = []
  const files = wave.files.flatMap((name): RawFile[] => {
    const path = inside(folder, name)
    const where = `study.yaml, file of wave ${wave.id}`
    if (path === undefined) {
      mistakes.push({
        what: 'a raw file outside the study folder',
        value: name,
        where,
        hint: 'name a file inside it, without ..',
      })
      return []
    }
    const found = [path, inside(folder, name.replace(/^raw\//, '')) ?? path].find((candidate) =>
      world.isFile(candidate),
    )
    if (found === undefined) {
      mistakes.push({
        what: 'no such file',
        value: name,
        where,
        hint: `put it into ${folder}, or name its folder with --raw`,
      })
      return []
    }
    return [{ path: found, name, csv: wave.csv }]
  })
  if (mistakes.length > 0) throw new UserError(mistakes)
  return files.map((file, k) =>
    isUtf8(file.csv.encoding) || !/\.csv$/i.test(file.name)
      ? file
      : decoded(file, join(world.temporaryFolder(), `${k}.csv`), (path, bytes) => world.write(path, bytes)),
  )
}
