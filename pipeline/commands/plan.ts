import { InvalidArgumentError } from 'commander'
import { type CommonOptions, type Register, rawOption } from './command.ts'

interface Options extends CommonOptions {
  n?: number
  difference?: number
  index?: string
  wave?: string
  raw?: string
  out?: string
}

function base(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 2 || number > 1_000_000)
    throw new InvalidArgumentError('a whole number from 2 to 1000000 is needed')
  return number
}

function difference(text: string): number {
  const number = Number(text)
  if (!/^\d*\.?\d+$/.test(text) || number < 0.1 || number > 100)
    throw new InvalidArgumentError('points from 0.1 to 100 are needed, such as 2.5')
  return number
}

export const planCommand: Register = (program, act) =>
  program
    .command('plan <study>')
    .description('precision, power and what sample tells places apart, by the last wave')
    .option('--n <ratings>', 'a base to plan for: ratings per company', base)
    .option('--difference <points>', 'find the base that shows a difference of so many points', difference)
    .option('--index <index>', 'the index to plan for; without it the first shown')
    .option('--wave <wave>', 'plan by this wave instead of the last')
    .option('--out <file>', 'write a picture: a file that ends in .svg')
    .option(...rawOption)
    .action((study: string, { json = false, ...options }: Options) =>
      act(async (world) => {
        const { plan } = await import('../plan.ts')
        const { told } = await import('../plan/told.ts')
        const found = await plan(world, { study, ...options })
        const { out } = options
        const written = out === undefined ? [] : ['', `written: ${out}`]
        return { text: [...told(found), ...written], data: { plan: found, ...(out && { out }) } }
      }, json),
    )
