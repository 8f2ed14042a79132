import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { type Ended, run } from './run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

it('works from the packed tarball, installed elsewhere', async () => {
  const folder = folderWith({ 'package.json': '{ "private": true }' })
  const done = async (...args: [command: string, ...rest: string[]]): Promise<Ended> => {
    const [command, ...rest] = args
    const ended = await run(command, rest, { cwd: folder })
    expect(ended.code, `${args.join(' ')}\n${ended.stderr}`).toBe(0)
    return ended
  }
  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root })
  expect(packed.code, packed.stderr).toBe(0)
  const [{ filename, files }] = JSON.parse(packed.stdout)
  const paths: string[] = files.map(({ path }: { path: string }) => path)
  expect(paths.filter((path) => /^test\/|\/raw\/|\/truth\.csv$|^\.|^dist\//.test(path))).toEqual([])

  await done('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`)
  await done('npx', 'barometer', 'simulate', 'x', '--respondents', '300', '--companies', '12', '--waves', '1')
  const { stdout, stderr } = await done('npx', 'barometer', 'build', 'x')
  expect(stdout).toBe(`The site is built: ${join('dist', 'index.html')}\n`)
  const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('npm '))
  expect(said.filter((line) => !/^[\w.]+( \([\w, .]+\))?: not yet (computed|read)/.test(line))).toEqual([])
  expect(existsSync(join(folder, 'dist/index.html'))).toBe(true)
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['dist', 'x']))
})
