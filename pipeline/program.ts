/** Name and version of the program, as it signs what it makes. */
import { readFileSync } from 'node:fs'

const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
const { name, version } = JSON.parse(text) as { name: string; version: string }

export const program = { name, version }
