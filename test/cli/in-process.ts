/** The command line without a process of its own, which takes longer to start than a wrong study to be refused. */
import { commandLine } from '../../pipeline/command-line.ts'
import { printable } from '../../pipeline/errors.ts'
import type { Ended } from './run.ts'

/** Runs the command line with these arguments in the working folder, as where no one sits at a terminal. */
export async function commandLineHere(args: readonly string[]): Promise<Ended> {
  const ended = { stdout: '', stderr: '' }
  const out = (text: string) => {
    ended.stdout += text
  }
  const err = (text: string) => {
    ended.stderr += text
  }
  const talk = { notice: (line: string) => err(`${printable(line)}\n`), progress: () => undefined }
  const code = await commandLine(args, { talk, out, err, guard: () => () => undefined })
  return { code, ...ended }
}
