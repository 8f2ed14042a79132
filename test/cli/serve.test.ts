import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { barometer, program } from './run.ts'

const page = '<!doctype html><title>Built</title>'

/** Sends a request as it stands: clients would tidy the path. */
async function answerTo(port: number, path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  let text = ''
  for await (const part of socket.setEncoding('utf8')) text += part
  return text
}

describe('serve', () => {
  it('serves the site on loopback until it is told to end', async () => {
    const folder = folderWith({ 'site/index.html': page, 'secret.txt': 'not for you' })
    const child = spawn(process.execPath, [program, 'serve', join(folder, 'site'), '--port', '0'])
    const closed = once(child, 'close')
    try {
      const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
      const port = Number(/http:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1])
      expect(port).toBeGreaterThan(0)
      expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe(page)
      expect((await fetch(`http://127.0.0.1:${port}/none.html`)).status).toBe(404)
      for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt'])
        expect(await answerTo(port, path)).not.toContain('not for you')
      await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow()
    } finally {
      child.kill('SIGTERM')
    }
    expect(await closed).toEqual([null, 'SIGTERM'])
  })

  it('refuses a folder without a site', async () => {
    const folder = folderWith({})
    const { code, stdout, stderr } = await barometer(['serve', folder, '--port', '0'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(folder)
    expect(stderr).toContain('barometer build')
  })
})
