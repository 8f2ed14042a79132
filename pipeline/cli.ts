/** Arguments and exit codes: the only file that touches process. */
import { spinner } from '@clack/prompts'
import { Command, CommanderError } from 'commander'
import { buildCommand } from './commands/build.ts'
import { checkCommand } from './commands/check.ts'
import type { Register, Result } from './commands/command.ts'
import { initCommand } from './commands/init.ts'
import { serveCommand } from './commands/serve.ts'
import { simulateCommand } from './commands/simulate.ts'
import { countMistakes, printable, UserError } from './errors.ts'
import { program } from './program.ts'
import { realWorld, type Talk, type World } from './world.ts'

const registers: readonly Register[] = [
  initCommand,
  checkCommand,
  buildCommand,
  serveCommand,
  simulateCommand,
]

/** Progress as one line that is drawn over itself; nothing where standard error is no terminal. */
function terminalTalk(): Talk & { pause(): void; notices: string[] } {
  const notices: string[] = []
  const terminal = process.stdin.isTTY === true && process.stdout.isTTY === true
  const say = (line: string) => {
    notices.push(line)
    process.stderr.write(`${printable(line)}\n`)
  }
  const nothing = () => undefined
  if (!process.stderr.isTTY) return { notices, notice: say, progress: nothing, pause: nothing, terminal }
  const line = spinner({ output: process.stderr, indicator: 'timer' })
  let running = false
  const pause = () => {
    if (running) line.clear()
    running = false
  }
  return {
    notices,
    notice: (text) => {
      pause()
      say(text)
    },
    progress: (step) => {
      if (running) line.message(step)
      else line.start(step)
      running = true
    },
    pause,
    terminal,
  }
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

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

async function act(work: (world: World) => Promise<Result>, json: boolean): Promise<void> {
  const talk = terminalTalk()
  const world = realWorld(talk)
  const stop = (signal: NodeJS.Signals) => {
    world.abandon()
    for (const one of endings) process.removeListener(one, stop)
    process.kill(process.pid, signal)
  }
  for (const signal of endings) process.once(signal, stop)
  try {
    const { text, data } = await work(world)
    talk.pause()
    process.stdout.write(
      json
        ? `${JSON.stringify({ ok: true, ...data, notices: talk.notices }, null, 2)}\n`
        : `${text.map(printable).join('\n')}\n`,
    )
  } catch (error) {
    talk.pause()
    const refused = refusal(error)
    const errors = refused?.mistakes ?? [{ what: 'the program failed' }]
    if (json) process.stdout.write(`${JSON.stringify({ ok: false, errors }, null, 2)}\n`)
    if (refused === undefined) throw error
    const lines = [refused.message, countMistakes(refused.mistakes) ?? []].flat()
    process.stderr.write(`${lines.join('\n')}\n`)
    process.exitCode = 2
  } finally {
    world.close()
    for (const signal of endings) process.removeListener(signal, stop)
  }
}

const cli = new Command('barometer')
  .description('From raw survey answers to satisfaction, loyalty and digital relevance per company.')
  .version(program.version)
  .exitOverride()
  .showSuggestionAfterError()

for (const register of registers) {
  const command = register(cli, act)
  command.option('--json', 'print a machine-readable result on standard output').exitOverride()
}

try {
  await cli.parseAsync(process.argv)
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    process.stderr.write(
      `The program failed. This is a fault of the program, not of your input.\n${error instanceof Error ? error.stack : String(error)}\n`,
    )
    process.exitCode = 1
  }
}
