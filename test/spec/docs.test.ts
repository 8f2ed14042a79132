import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../pipeline/publish.ts'
import { type TableName, tables } from '../../pipeline/tables.ts'
import { en } from '../../site/words/en.ts'
import { nb } from '../../site/words/nb.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const documents = ['README.md', 'METHOD.md', 'CONTRIBUTING.md', 'CHANGELOG.md']

/** Paths of all files below a folder, from the root of the repository. */
const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))

const sources = ['pipeline', 'queries', 'site', 'test']
  .flatMap(filesBelow)
  .filter((path) => /\.(ts|tsx|sql)$/.test(path))
  .map((path) => ({ path, text: read(path) }))

/** All matches of a pattern's first group. */
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, group]) => (group === undefined ? [] : [group]))

/** `§4, §11` → 4, 11; `§5-9` → 5, 6, 7, 8, 9. */
const sectionsIn = (citation: string): number[] =>
  [...citation.matchAll(/§(\d+)(?:[-–](\d+))?/g)].flatMap(([, first, last]) => {
    const [from, to] = [Number(first), Number(last ?? first)]
    return Array.from({ length: to - from + 1 }, (_, k) => from + k)
  })

const headings = (path: string): string[] => found(read(path), /^## (.+)$/gm)
const sections = headings('METHOD.md').flatMap(sectionsIn)
/** Sections that no figure of an edition comes from: the method page of the site does not tell of them. */
const beside = [14, 15]

describe('METHOD.md', () => {
  it('has sections in order', () => {
    expect(sections.length).toBeGreaterThanOrEqual(13)
    expect(sections).toEqual(Array.from(sections, (_, k) => k + 1))
  })

  it('has every section that code, queries and pages cite', () => {
    const cited = sources.flatMap(({ path, text }) =>
      found(text, /METHOD\.md ((?:§\d+(?:[-–]\d+)?(?:, | and )?)+)/g).map((citation) => ({ path, citation })),
    )
    expect(cited.length).toBeGreaterThan(20)
    const missing = cited.filter(({ citation }) =>
      sectionsIn(citation).some((section) => !sections.includes(section)),
    )
    expect(missing).toEqual([])
  })

  it('cites only sections that it has', () => {
    expect(sectionsIn(read('METHOD.md')).filter((section) => !sections.includes(section))).toEqual([])
  })

  it('is numbered as the method page of the site is', () => {
    for (const words of [en, nb])
      expect(
        words
          .steps('95%', 'companies', {
            weighting: 'raked',
            level: 'respondent',
            stratified: true,
            clustered: true,
            panel: true,
          })
          .map(([section]) => Number(section)),
      ).toEqual(sections.filter((section) => !beside.includes(section)))
  })
})

describe('CONTRIBUTING.md', () => {
  it('has every section that code, queries and configuration cite by name', () => {
    const cited = sources.flatMap(({ text }) => found(text, /CONTRIBUTING\.md, "([^"]+)"/g))
    expect(cited.length).toBeGreaterThan(2)
    expect(cited.filter((name) => !headings('CONTRIBUTING.md').includes(name))).toEqual([])
  })
})

describe('commands', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))

  it('of npm exist', () => {
    const named = documents.flatMap((path) => found(read(path), /\bnpm (?:run )?([a-z]+)/g))
    expect(named).toEqual(expect.arrayContaining(['ci', 'start', 'test', 'barometer']))
    expect(named.filter((name) => name !== 'ci' && !Object.hasOwn(scripts, name))).toEqual([])
  })

  it('of the program, with their options, are those of the README', () => {
    const listed = found(read('README.md'), /^\| `([a-z]+)[^`]*` \| .* \| .*`--/gm)
    const code = filesBelow('pipeline/commands').map((path) => ({ path, text: read(path) }))
    const declared = code.flatMap(({ text }) => found(text, /\.command\('([a-z]+)/g))
    expect([...listed].sort()).toEqual([...declared].sort())
    const options = code.flatMap(({ text }) => found(text, /'(--[a-z]+)(?: <[a-z]+>)?'/g))
    const unnamed = options.filter((option) => !read('README.md').includes(`\`${option}`))
    expect(unnamed).toEqual([])
  })
})

describe('tables', () => {
  const names = Object.keys(tables) as TableName[]

  it('stand in the README', () => {
    const listed = found(read('README.md'), /^\| `([a-z_]+)` \| /gm)
    expect(names.filter((name) => !listed.includes(name))).toEqual([])
  })

  it('have a meaning for every column', () => {
    for (const name of names)
      for (const [column, { description }] of columnsOf(name))
        expect(description.trim(), `${name}.${column}`).not.toBe('')
  })
})

describe('what the documents name', () => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['dist', '.work'].includes(entry.name))
    .map(({ name }) => name)

  it('as a path of the repository exists', () => {
    const named = documents.flatMap((path) => found(read(path), /`([\w.-]+(?:\/[\w.-]+)*\/?)`/g))
    const paths = named.filter(
      (name) => folders.includes(name.split('/')[0] ?? '') && name.includes('/') && !/\/raw(\/|$)/.test(name),
    )
    expect(paths.length).toBeGreaterThan(50)
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('by a link exists', () => {
    const links = documents.flatMap((path) => found(read(path), /\]\((?!https?:)([^)#]+)\)/g))
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('as a function stands in the file named with it', () => {
    const claims = [...read('METHOD.md').matchAll(/((?:`\w+`(?:, | and )?)+) in\s+`([\w/.-]+\.ts)`/g)]
    expect(claims.length).toBeGreaterThan(8)
    const wrong = claims.flatMap(([, functions = '', path = '']) =>
      found(functions, /`(\w+)`/g).filter(
        (name) => !new RegExp(`(const|function) ${name}\\b`).test(read(path)),
      ),
    )
    expect(wrong).toEqual([])
  })
})

it('the first study of the README builds', async () => {
  const blocks = new Map(
    [...read('README.md').matchAll(/`my-study\/([\w/.]+)`[^`]*```\w+\n([^`]+)```/g)].map(
      ([, path = '', text = '']) => [path, text] as const,
    ),
  )
  expect([...blocks.keys()]).toEqual(['study.yaml', 'companies.csv', 'raw/2026.csv'])
  const { scores, waves } = await computed(folderWith(Object.fromEntries(blocks)))
  expect(waves).toMatchObject([{ wave: '2026', respondents: 2, ratings: 3 }])
  expect(scores.find(({ entity_id }) => entity_id === 'north')).toMatchObject({
    n: 1,
    score: null,
    reason: 'too_few_ratings',
  })
})
