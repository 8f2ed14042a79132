import { isAbsolute, join, normalize, sep } from 'node:path'
import type { Wave } from '../contract/study.ts'
import { located, type Mistake, UserError } from '../errors.ts'
import type { World } from '../world.ts'
import { isEncoding, isText, plainText } from './plain.ts'
import type { RawFile } from './reader.ts'

/** A path of the contract below `folder`; it cannot leave the folder. */
function inside(folder: string, name: string): string | undefined {
  const path = normalize(name)
  return isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`) ? undefined : join(folder, path)
}

/** Finds the raw files of a wave in the study folder, or in the folder that `--raw` names, and makes text files plain. */
export async function findFiles(world: World, folder: string, wave: Wave): Promise<RawFile[]> {
  const mistakes: Mistake[] = []
  const { encoding } = wave.csv
  if (encoding !== undefined && !isEncoding(encoding))
    mistakes.push({
      what: 'unknown encoding',
      value: encoding,
      where: `study.yaml, csv.encoding of wave ${wave.id}`,
      at: { file: 'study.yaml' },
      hint: 'for example utf-8, windows-1252, latin-1, utf-16',
    })
  const files = wave.files.flatMap((name): RawFile[] => {
    const path = inside(folder, name)
    const place = located(wave.at, `file of wave ${wave.id}`)
    if (path === undefined) {
      mistakes.push({
        what: 'a raw file outside the study folder',
        value: name,
        ...place,
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
        ...place,
        hint: `put it into ${folder}, or name its folder with --raw`,
      })
      return []
    }
    return [{ path: found, name, csv: wave.csv }]
  })
  if (mistakes.length > 0) throw new UserError(mistakes)
  const copies = files.some(({ name }) => isText(name)) ? world.temporaryFolder() : ''
  const say = (line: string) => world.notice(`wave ${wave.id}: ${line}`)
  const ready: RawFile[] = []
  for (const [k, file] of files.entries())
    ready.push(isText(file.name) ? await plainText(file, join(copies, String(k)), say) : file)
  return ready
}
