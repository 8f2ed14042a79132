/** The site in a real browser, over loopback and from disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sirv from 'sirv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { files, filesOf } from './built.ts'
import { startBrowser } from './chromium.ts'
import { fourteen } from './digital-publication.ts'
import { driven } from './driver-publication.ts'

const kinds = [
  'index.html',
  'nb/2025/ranking/satisfaction/index.html',
  'en/2025/ranking/loyalty/index.html',
  'nb/2025/industry/bank/index.html',
  'nb/2025/company/ekko/index.html',
  'en/2025/company/hostile/index.html',
  'en/2025/digital/index.html',
  'fourteen/nb/2025/digital/index.html',
  'nb/2025/gaps/index.html',
  'en/2025/beliefs/index.html',
  'nb/2025/groups/index.html',
  'en/2025/company/fjordbanken/index.html',
  'driven/nb/2025/drivers/index.html',
  'driven/en/2025/drivers/index.html',
  'driven/en/2025/industry/telephone/index.html',
  'driven/nb/2025/company/nordlys/index.html',
  'nb/2025/method/index.html',
  'en/2025/data/index.html',
  'nb/notebooks/how-sure-is-the-order/index.html',
  '404.html',
]

let folder = ''
let server: Server
let browser: Browser
let context: BrowserContext
let page: Page
let root = ''
const complaints: string[] = []

function put(path: string, content: string | Uint8Array) {
  const target = join(folder, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, content)
}

const portOf = (address: AddressInfo | string | null) =>
  typeof address === 'object' && address ? address.port : 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'barometer-site-'))
  for (const [path, content] of files) put(path, content)
  for (const [path, content] of filesOf(fourteen)) put(`fourteen/${path}`, content)
  for (const [path, content] of filesOf(driven)) put(`driven/${path}`, content)
  put('2025/data/scores.csv', 'wave,index,score\n2025,satisfaction,84.6\n')
  const serve = sirv(folder, { dev: true })
  server = createServer((request, response) => serve(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  root = `http://127.0.0.1:${portOf(server.address())}/`
  browser = await startBrowser()
  context = await browser.newContext({ acceptDownloads: true })
  page = await context.newPage()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    if (
      !request.url().startsWith(root) &&
      !request.url().startsWith('file:') &&
      !request.url().startsWith('data:')
    )
      complaints.push(`asked another host: ${request.url()}`)
  })
}, 90_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

describe('a reader', () => {
  test('goes from the front page to a ranking, a company and a download', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(root)
    await page.getByRole('link', { name: 'Hele rangeringen' }).click()
    expect(page.url()).toContain('/nb/2025/ranking/satisfaction/')
    await page.getByRole('table').getByRole('link', { name: 'Ekko Mobil' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ekko Mobil')
    await page.getByRole('link', { name: 'English' }).click()
    expect(page.url()).toContain('/en/2025/company/ekko/')
    await page.getByText('2025 edition', { exact: true }).first().click()
    await page.getByRole('link', { name: '2023', exact: true }).click()
    expect(page.url()).toContain('/en/2023/company/ekko/')
    await page.goto(`${root}en/2025/company/ekko/index.html`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'scores.csv' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('scores.csv')
    expect(await download.failure()).toBeNull()
  }, 60_000)

  test('reaches the content with one key', async () => {
    await page.goto(`${root}en/2025/index.html`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content')
    await page.keyboard.press('Enter')
    expect(page.url()).toContain('#content')
  })

  test('opens the site from disk, with its style', async () => {
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")).toContain(
      'Source Serif 4',
    )
    await page.getByRole('link', { name: 'Hele rangeringen' }).click()
    expect(page.url()).toContain('/ranking/satisfaction/index.html')
  })
})

describe('every kind of page', () => {
  test('fits the screen without scrolling sideways', async () => {
    for (const width of [320, 360, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      for (const kind of kinds) {
        await page.goto(root + kind)
        const over = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        expect(over, `${kind} at ${width}`).toBe(0)
      }
    }
  }, 120_000)

  test.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
    await page.setViewportSize({ width: colorScheme === 'light' ? 1280 : 360, height: 900 })
    await page.emulateMedia({ colorScheme })
    const faults: string[] = []
    for (const kind of kinds) {
      await page.goto(root + kind)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      for (const { id, nodes } of violations)
        faults.push(
          `${kind}: ${id} ${nodes
            .map((node) => node.html)
            .slice(0, 3)
            .join(' ')}`,
        )
    }
    expect(faults).toEqual([])
  }, 300_000)

  test('complains of nothing and asks no other host', () => {
    expect(complaints).toEqual([])
  })
})
