import { join } from 'node:path'
import { type CommonOptions, type Register, rawOption } from './command.ts'

interface Options extends CommonOptions {
  wave?: string
  out: string
  raw?: string
}

export const buildCommand: Register = (program, act) =>
  program
    .command('build <study>')
    .description('compute all waves and write tables and site')
    .option('--wave <wave>', 'the study as it stood in this wave: later ones are left out')
    .option('--out <folder>', 'where tables and site go', 'dist')
    .option(...rawOption)
    .action((study: string, { json = false, ...options }: Options) =>
      act(async (world) => {
        const { build } = await import('../run.ts')
        const editions = await build(world, { study, ...options })
        const page = join(options.out, 'index.html')
        return {
          text: [`The site is built: ${page}`],
          data: { out: options.out, page, waves: editions.map(({ wave }) => wave.id) },
        }
      }, json),
    )
