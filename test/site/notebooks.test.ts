import { readdirSync, readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { blocksOf } from '../../notebooks/document.ts'
import { pageAt } from './built.ts'

const folder = new URL('../../notebooks/', import.meta.url)
const names = readdirSync(folder).flatMap((file) => file.match(/^(.+)\.md$/)?.[1] ?? [])

test.each(names)('%s is printed whole, in English, in the frame of each language', (name) => {
  const text = readFileSync(new URL(`${name}.md`, folder), 'utf8')
  for (const lang of ['en', 'nb']) {
    const { document } = parseHTML(pageAt(`${lang}/notebooks/${name}/index.html`))
    expect(document.querySelector('h1')?.textContent).toBe(text.match(/^# (.+)$/m)?.[1])
    const body = document.querySelector('.notebook')
    expect(body?.getAttribute('lang')).toBe(lang === 'en' ? null : 'en')
    const code = [...(body?.querySelectorAll('pre') ?? [])].map((pre) => pre.textContent)
    expect(code).toEqual(blocksOf(text).map((block) => block.code.trimEnd()))
    const rules = text.match(/^\| ---.*\|$/gm) ?? []
    expect(body?.querySelectorAll('table').length).toBe(rules.length)
    const lines = text.match(/^\| .*\|$/gm) ?? []
    expect(body?.querySelectorAll('tr').length).toBe(lines.length - rules.length)
    for (const pre of body?.querySelectorAll('pre') ?? []) pre.remove()
    expect(body?.textContent).not.toMatch(/\*\*|```|<!--|\]\(/)
    expect(document.querySelector('main .notice')?.textContent).toMatch(/[Ss]imul/)
  }
})

test('the method page leads to each, and says in other languages that it is in English', () => {
  for (const lang of ['en', 'nb']) {
    const { document } = parseHTML(pageAt(`${lang}/2023/method/index.html`))
    const links = [...document.querySelectorAll('main a')].filter((link) =>
      /notebooks\//.test(link.getAttribute('href') ?? ''),
    )
    expect(links.map((link) => link.getAttribute('href')).sort()).toEqual(
      names.map((name) => `../../notebooks/${name}/index.html`).sort(),
    )
    for (const link of links) {
      expect(link.parentElement?.textContent?.includes('på engelsk')).toBe(lang === 'nb')
      expect(link.parentElement?.textContent).toMatch(/: .+\?$/)
    }
  }
})
