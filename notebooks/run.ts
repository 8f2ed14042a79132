/** `npm run notebooks`: runs every notebook and writes what its blocks show below them; with names, only those. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { realWorld, silent } from '../pipeline/world.ts'
import { withResults } from './document.ts'
import { run } from './module.ts'
import { openFor, prepare } from './studies.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

async function main(wanted: readonly string[]): Promise<void> {
  const world = realWorld(silent)
  try {
    const folder = await prepare(world)
    for (const file of readdirSync(here).sort()) {
      const name = file.replace(/\.md$/, '')
      if (name === file || (wanted.length > 0 && !wanted.includes(name))) continue
      const text = readFileSync(`${here}${file}`, 'utf8')
      const fresh = withResults(text, await run(name, text, await openFor(world, folder)))
      if (fresh !== text) writeFileSync(`${here}${file}`, fresh)
      console.log(`${fresh === text ? 'as it was' : 'written'}: notebooks/${file}`)
    }
  } finally {
    world.close()
  }
}

await main(process.argv.slice(2))
