import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { InvalidArgumentError } from 'commander'
import sirv from 'sirv'
import { UserError } from '../errors.ts'
import type { CommonOptions, Register } from './command.ts'

function port(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number > 65535)
    throw new InvalidArgumentError('a port between 0 and 65535 is needed')
  return number
}

export const serveCommand: Register = (program, act) =>
  program
    .command('serve [folder]')
    .description('serve a built site on this machine only, until it is stopped')
    .option('--port <number>', 'port; 0 takes a free one', port, 8080)
    .action((folder: string | undefined, options: CommonOptions & { port: number }) =>
      act(async (world) => {
        const site = folder ?? 'dist'
        if (!world.exists(`${site}/index.html`))
          throw new UserError({
            what: 'no site in this folder',
            value: site,
            hint: 'build one first: barometer build <study>',
          })
        const server = createServer(sirv(site, { dev: true, etag: true }))
        await new Promise<void>((resolve, reject) => {
          server.once('error', (error: NodeJS.ErrnoException) =>
            reject(
              error.code === 'EADDRINUSE'
                ? new UserError({
                    what: 'the port is in use',
                    value: String(options.port),
                    hint: 'choose another with --port',
                  })
                : error,
            ),
          )
          server.listen(options.port, '127.0.0.1', resolve)
        })
        const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
        return { text: [`Serving ${site} at ${address} (stop with Ctrl-C)`], data: { address } }
      }, options.json ?? false),
    )
