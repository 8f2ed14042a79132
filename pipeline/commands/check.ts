import { type CommonOptions, type Register, rawOption } from './command.ts'

export const checkCommand: Register = (program, act) =>
  program
    .command('check <study>')
    .description('read everything, change nothing, report')
    .option(...rawOption)
    .action((study: string, { json = false, ...options }: CommonOptions & { raw?: string }) =>
      act(async (world) => {
        const { check } = await import('../run.ts')
        const waves = await check(world, { study, ...options })
        const lines = waves.map(
          ({ wave, respondents, ratings, unmatched }) =>
            `${wave}: ${respondents} respondents, ${ratings} ratings${unmatched === 0 ? '' : `, ${unmatched} ratings of unknown companies dropped`}`,
        )
        return { text: [...lines, 'No errors.'], data: { waves } }
      }, json),
    )
