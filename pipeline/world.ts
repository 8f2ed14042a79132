/** The interface to the outside: study files, notices, progress, temporary folders, databases. */
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type Database, openDatabase } from './db.ts'
import { UserError } from './errors.ts'

export interface World {
  /** something that a person should know though nothing is wrong: a line on standard error, kept for `--json` */
  notice(line: string): void
  /** what is going on; drawn only on a terminal */
  progress(step: string): void
  /** takes the progress line away, before something else is written */
  pause(): void
  /** true where a person sits at a terminal and can be asked */
  terminal: boolean
  /** the text of a file, undefined where there is none */
  readText(path: string): string | undefined
  exists(path: string): boolean
  isFile(path: string): boolean
  /** writes a file, making the folders above it; it appears when it is whole */
  write(path: string, content: string | Uint8Array | Iterable<string>): void
  /** a new empty folder that belongs to this run; removed by `close` */
  temporaryFolder(): string
  /** makes a folder at `path` that `close` removes, unless it has been renamed by then */
  makeTemporary(path: string): void
  openDatabase(): Promise<Database>
  /** ends databases and removes temporary folders */
  close(): void
  /** removes temporary folders at once, while a query may still run: the process ends right after */
  abandon(): void
}

export interface Talk {
  notice: World['notice']
  progress: World['progress']
  pause?: World['pause']
  terminal?: World['terminal']
}

export const silent: Talk = { notice: () => undefined, progress: () => undefined }

function utf8(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fs.readFileSync(path))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UserError({ what: 'the file is not UTF-8', where: basename(path), hint: 'save it as UTF-8' })
  }
}

const isFile = (path: string): boolean => fs.existsSync(path) && fs.statSync(path).isFile()

const workingMemory = '2500MB'

/** The real outside. What it says goes through `talk`. */
export function realWorld(talk: Talk, options: { threads?: number } = {}): World {
  const folders: string[] = []
  const databases: Database[] = []
  const abandon = () => {
    for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
  }
  const makeTemporary = (folder: string) => {
    fs.mkdirSync(folder, { recursive: true })
    folders.push(folder)
  }
  const temporaryFolder = () => {
    const folder = fs.mkdtempSync(join(tmpdir(), 'barometer-'))
    folders.push(folder)
    return folder
  }
  return {
    pause: () => undefined,
    terminal: false,
    ...talk,
    readText: (path) => (isFile(path) ? utf8(path) : undefined),
    exists: (path) => fs.existsSync(path),
    isFile,
    write: (path, content) => {
      fs.mkdirSync(dirname(path), { recursive: true })
      const part = `${path}.part`
      const file = fs.openSync(part, 'w')
      try {
        const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content
        for (const piece of pieces) fs.writeFileSync(file, piece)
      } finally {
        fs.closeSync(file)
      }
      fs.renameSync(part, path)
    },
    temporaryFolder,
    makeTemporary,
    openDatabase: async () => {
      const database = await openDatabase(temporaryFolder(), { memory: workingMemory, ...options })
      databases.push(database)
      return database
    },
    close: () => {
      for (const database of databases.splice(0)) database.close()
      abandon()
    },
    abandon,
  }
}
