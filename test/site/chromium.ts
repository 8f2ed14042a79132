/**
 * A real Chromium for the tests: the one of CHROME_PATH, else an installed one, else the Chromium inside
 * @sparticuz/chromium, with the libraries (libnss3 and its kin) that the package brings along.
 */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

const packed = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
const cache = join(
  packed.slice(0, packed.lastIndexOf('node_modules')),
  'node_modules',
  '.cache',
  'barometer-chromium',
)

/** Unpack the Chromium of the package once, beside it; a broken-off unpacking leaves nothing behind. */
async function unpack(): Promise<string> {
  const folder = join(cache, '147.0.0')
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const fresh = await mkdtemp(join(cache, 'unpacking-'))
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV }
  const paths = { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH, FONTCONFIG_PATH: process.env.FONTCONFIG_PATH }
  // the package unpacks its libraries only where it believes itself to be on Amazon's machines
  Object.assign(process.env, { TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' })
  try {
    const { default: Packed } = await import('@sparticuz/chromium')
    await Packed.executablePath()
  } finally {
    for (const [name, value] of Object.entries({ ...before, ...paths }))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }))
  return folder
}

async function launchPacked(): Promise<Browser> {
  const folder = await unpack()
  const env: Record<string, string> = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined) env[name] = name === 'LD_LIBRARY_PATH' ? `${env[name]}:${value}` : value
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ['--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env,
  })
}

/** Start the browser, or say what is wanting. */
export async function startBrowser(): Promise<Browser> {
  const path = process.env.CHROME_PATH ?? installed.find(existsSync)
  try {
    return await (path === undefined ? launchPacked() : chromium.launch({ executablePath: path }))
  } catch (cause) {
    throw new Error(
      'No browser could be started. Name one in CHROME_PATH, or install Chrome or Chromium; ' +
        'on Linux the packed Chromium of @sparticuz/chromium needs x64 and libnss3 (apt-get install libnss3).',
      { cause },
    )
  }
}
