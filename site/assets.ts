/** The files that all pages share: style sheet, fonts and the mark. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SiteFile } from './file.ts'

const style = join(dirname(fileURLToPath(import.meta.url)), 'style')
const sheets = ['fonts', 'base', 'frame', 'parts', 'tables', 'charts', 'gaps', 'drivers', 'notebook', 'print']

const families = ['source-sans-3', 'source-serif-4']
const subsets = ['latin', 'latin-ext']
const weights = ['400', '700']

function* fonts(): Generator<SiteFile> {
  const { resolve } = createRequire(import.meta.url)
  for (const family of families) {
    const folder = dirname(resolve(`@fontsource/${family}/package.json`))
    for (const subset of subsets)
      for (const weight of weights) {
        const file = `${family}-${subset}-${weight}-normal.woff2`
        yield { path: `assets/${file}`, content: readFileSync(join(folder, 'files', file)) }
      }
  }
}

/** Everything under assets/. */
export function* assets(): Generator<SiteFile> {
  yield {
    path: 'assets/site.css',
    content: sheets.map((name) => readFileSync(join(style, `${name}.css`), 'utf8')).join('\n'),
  }
  yield { path: 'assets/mark.svg', content: readFileSync(join(style, 'mark.svg'), 'utf8') }
  yield* fonts()
}
