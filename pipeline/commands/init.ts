import { join } from 'node:path'
import type { CommonOptions, Register } from './command.ts'

const quoted = (word: string): string =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`

export const initCommand: Register = (program, act) =>
  program
    .command('init <files...>')
    .description('write a first study folder from raw files, with TODO where a person must decide')
    .option('--out <folder>', 'the new study folder', 'my-study')
    .action((files: string[], { json = false, out }: CommonOptions & { out: string }) =>
      act(async (world) => {
        const { init } = await import('../init/init.ts')
        const { told } = await import('../init/told.ts')
        const { terminalAsk } = await import('../init/terminal.ts')
        const ask = world.terminal && !json ? terminalAsk(world.pause) : undefined
        const { todos, draft, next, ...written } = await init(world, files, out, ask)
        const command = ['barometer', ...next].map(quoted).join(' ')
        const paths = written.files.map((name) => join(out, name))
        const left =
          todos.length === 0
            ? 'Nothing is left to decide.'
            : `${todos.length} places are marked TODO: decide them in ${paths.join(' and ')}.`
        const where = next.includes('--raw')
          ? [`The raw files stay where they are: name their folder with --raw, or copy them into ${out}/raw.`]
          : []
        return {
          text: [
            ...told(draft),
            ...paths.map((path) => `written: ${path}`),
            left,
            ...where,
            `Then: ${command}`,
          ],
          data: { ...written, todos, next },
        }
      }, json),
    )
