import { InvalidArgumentError } from 'commander'
import { simulateInto } from '../simulate/into.ts'
import { demoOptions } from '../simulate/simulate.ts'
import type { CommonOptions, Register } from './command.ts'

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number is needed')
  return Number(text)
}

interface Options extends CommonOptions {
  seed: number
  respondents: number
  companies: number
  waves: number
  missing?: boolean
}

export const simulateCommand: Register = (program, act) =>
  program
    .command('simulate <folder>')
    .description('write a synthetic study, with its known truth in truth.csv')
    .option('--seed <number>', 'another seed, other answers', whole, demoOptions.seed)
    .option('--respondents <number>', 'respondents per wave', whole, demoOptions.respondents)
    .option('--companies <number>', 'companies', whole, demoOptions.companies)
    .option('--waves <number>', 'waves', whole, demoOptions.waves)
    .option('--missing', 'write only the files that are not there yet')
    .action((folder: string, { json = false, missing = false, ...options }: Options) =>
      act(async (world) => {
        const files = simulateInto(world, folder, options, missing)
        return { text: files.map((name) => `written: ${name}`), data: { folder, files } }
      }, json),
    )
