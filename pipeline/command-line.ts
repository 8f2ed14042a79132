/** The command line as a function: arguments in, texts out, an exit code. */
import { Command, CommanderError } from 'commander'
import { buildCommand } from './commands/build.ts'
import { checkCommand } from './commands/check.ts'
import type { Register, Result } from './commands/command.ts'
import { initCommand } from './commands/init.ts'
import { planCommand } from './commands/plan.ts'
import { serveCommand } from './commands/serve.ts'
import { simulateCommand } from './commands/simulate.ts'
import { countMistakes, printable, UserError } from './errors.ts'
import { program } from './program.ts'
import { realWorld, type Talk, type World } from './world.ts'

/** Where the command line is used. */
export interface Terminal {
  talk: Talk
  /** standard output and standard error */
  out(text: string): void
  err(text: string): void
  /** what ends the program may end this world too, until the function that comes back is called */
  guard(world: World): () => void
}

const registers: readonly Register[] = [
  initCommand,
  checkCommand,
  buildCommand,
  planCommand,
  serveCommand,
  simulateCommand,
]

/** What the file system refused, as the user's mistake; undefined where the fault is not there. */
function refusal(error: unknown): UserError | undefined {
  if (error instanceof UserError) return error
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined
  const where = String(error.path)
  return new UserError({
    what: 'cannot be read or written',
    value: String(error.code),
    where,
    hint: 'see the rights, the name and the space of its folder',
  })
}

/** Does the work of a command in a world of its own and tells what came of it; false where the input is wrong. */
async function succeeds(
  { talk, out, err, guard }: Terminal,
  work: (world: World) => Promise<Result>,
  json: boolean,
): Promise<boolean> {
  const notices: string[] = []
  const notice = (line: string) => {
    notices.push(line)
    talk.notice(line)
  }
  const world = realWorld({ ...talk, notice })
  const release = guard(world)
  try {
    const { text, data } = await work(world)
    world.pause()
    out(
      json
        ? `${JSON.stringify({ ok: true, ...data, notices }, null, 2)}\n`
        : `${text.map(printable).join('\n')}\n`,
    )
    return true
  } catch (error) {
    world.pause()
    const refused = refusal(error)
    const errors = refused?.mistakes ?? [{ what: 'the program failed' }]
    if (json) out(`${JSON.stringify({ ok: false, errors }, null, 2)}\n`)
    if (refused === undefined) throw error
    const lines = [refused.message, countMistakes(refused.mistakes) ?? []].flat()
    err(`${lines.join('\n')}\n`)
    return false
  } finally {
    world.close()
    release()
  }
}

/** Runs the program. `args`: those of the user. The exit code: 0 done, 2 wrong input or usage, 1 a fault of the program. */
export async function commandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0
  const act = async (work: (world: World) => Promise<Result>, json: boolean) => {
    if (!(await succeeds(terminal, work, json))) code = 2
  }
  const cli = new Command('barometer')
    .description('From raw survey answers to satisfaction, loyalty and digital relevance per company.')
    .version(program.version)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .showSuggestionAfterError()
  for (const register of registers) {
    const command = register(cli, act)
    command.option('--json', 'print a machine-readable result on standard output').exitOverride()
  }
  try {
    await cli.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    terminal.err(
      `The program failed. This is a fault of the program, not of your input.\n${error instanceof Error ? error.stack : String(error)}\n`,
    )
    return 1
  }
}
