import type { Command } from 'commander'
import type { World } from '../world.ts'

/** What a command says when it is done: lines for people, data for `--json`. */
export interface Result {
  text: readonly string[]
  data: object
}

export type Act = (work: (world: World) => Promise<Result>, json: boolean) => Promise<void>

/** Adds one command to the program. */
export type Register = (program: Command, act: Act) => Command

export interface CommonOptions {
  json?: boolean
}

/** The option of every command that reads answers. */
export const rawOption = [
  '--raw <folder>',
  'look for the raw files there instead of in the study folder',
] as const
