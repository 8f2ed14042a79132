/** Blocks of a notebook → one module, in which all blocks of TypeScript share their names, and its run. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Database } from '../pipeline/db.ts'
import { type Block, blocksOf } from './document.ts'
import { markdownTable, type Row } from './table.ts'

/** What a block of TypeScript has at hand. */
export interface Notebook {
  db: Database
  /** the rows of a query, with numbers as numbers */
  rows<R extends object = Row>(sql: string): Promise<R[]>
  /** prints a table, or a sentence, below the block */
  show(what: readonly Row[] | string): void
  /** begins block `k`; runs it where it is SQL */
  block(k: number): Promise<void>
}

const folder = fileURLToPath(new URL('../.work/notebooks', import.meta.url))
const importLine = /^import .*\n/gm
/** The last statement of a block shows its rows if it begins so. */
const asks = /^\s*(?:--.*\n\s*)*(?:with|select|from)\b/i

/** The module of a notebook. Its imports are written as from the folder of the notebook. */
export function moduleOf(blocks: readonly Block[]): string {
  const code = blocks.map(({ language, code }) => (language === 'ts' ? code : ''))
  const imports = code.flatMap((text) => text.match(importLine) ?? [])
  return [
    `import type { Notebook } from '../../notebooks/module.ts'\n`,
    ...new Set(imports.map((line) => line.replace(/(['"])\.\.\//, '$1../../'))),
    `\nexport async function run({ db, rows, show, block }: Notebook): Promise<void> {\n`,
    ...code.flatMap((text, k) => [`await block(${k})\n`, text.replace(importLine, '')]),
    '}\n',
  ].join('')
}

const plain = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  )

/** Runs the blocks of a notebook one after the other in a database; what each shows. */
export async function run(name: string, text: string, db: Database): Promise<string[]> {
  const blocks = blocksOf(text)
  const shown: string[][] = blocks.map(() => [])
  let now = -1
  const rows = async <R extends object>(sql: string): Promise<R[]> => (await db.rows(sql)).map(plain) as R[]
  const show: Notebook['show'] = (what) => {
    shown[now]?.push(typeof what === 'string' ? what : markdownTable(what))
  }
  const block: Notebook['block'] = async (k) => {
    now = k
    const { language, code } = blocks[k] ?? { language: 'ts', code: '' }
    if (language === 'ts') return
    const found = await rows<Row>(code)
    const last =
      code
        .trim()
        .replace(/;$/, '')
        .split(/;\s*\n/)
        .at(-1) ?? ''
    if (asks.test(last)) show(found)
  }
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.${process.pid}.ts`)
  writeFileSync(file, moduleOf(blocks))
  try {
    const module: { run(notebook: Notebook): Promise<void> } = await import(
      /* @vite-ignore */ pathToFileURL(file).href
    )
    await module.run({ db, rows, show, block })
  } catch (cause) {
    throw new Error(
      `notebooks/${name}.md, block ${now + 1}: ${cause instanceof Error ? cause.message : cause}`,
      {
        cause,
      },
    )
  } finally {
    rmSync(file)
  }
  return shown.map((parts) => parts.join('\n\n'))
}
