/** Arguments, standard output and error, signals and exit codes: the only file that touches process. */
import { spinner } from '@clack/prompts'
import { commandLine } from './command-line.ts'
import { printable } from './errors.ts'
import type { Talk, World } from './world.ts'

/** Progress as one line that is drawn over itself; nothing where standard error is no terminal. */
function terminalTalk(): Talk {
  const terminal = process.stdin.isTTY === true && process.stdout.isTTY === true
  const say = (line: string) => void process.stderr.write(`${printable(line)}\n`)
  if (!process.stderr.isTTY) return { notice: say, progress: () => undefined, terminal }
  const line = spinner({ output: process.stderr, indicator: 'timer' })
  let running = false
  const pause = () => {
    if (running) line.clear()
    running = false
  }
  return {
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

/** Signals that end the program remove what the world has in temporary folders. */
function guard(world: World): () => void {
  const release = () => {
    for (const one of endings) process.removeListener(one, stop)
  }
  const stop = (signal: NodeJS.Signals) => {
    world.abandon()
    release()
    process.kill(process.pid, signal)
  }
  for (const signal of endings) process.once(signal, stop)
  return release
}

process.exitCode = await commandLine(process.argv.slice(2), {
  talk: terminalTalk(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  guard,
})
