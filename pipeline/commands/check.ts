import { shown } from '../errors.ts'
import type { CheckedWave } from '../run.ts'
import { type CommonOptions, type Register, rawOption } from './command.ts'

/** A wave in a few lines: what it holds, what was left out, and how its segments divide it. */
function report(wave: CheckedWave): string[] {
  const counts = [
    `${wave.respondents} respondents`,
    `${wave.ratings} ratings`,
    `${wave.straight_liners} straight-liners`,
    `${wave.duplicates} duplicates`,
    wave.excluded > 0 && `${wave.excluded} ratings excluded`,
    wave.unmatched > 0 && `${wave.unmatched} ratings of unknown companies dropped`,
  ]
  const segments = Object.entries(wave.segments).map(([segment, categories]) => {
    const parts = Object.entries(categories).map(([category, ratings]) => `${shown(category)} ${ratings}`)
    return `  ${segment}: ${parts.slice(0, 12).join(', ')}${parts.length > 12 ? `, … (${parts.length} in all)` : ''}`
  })
  return [`${wave.wave}: ${counts.filter((part) => part !== false).join(', ')}`, ...segments]
}

export const checkCommand: Register = (program, act) =>
  program
    .command('check <study>')
    .description('read everything, change nothing, report')
    .option(...rawOption)
    .action((study: string, { json = false, ...options }: CommonOptions & { raw?: string }) =>
      act(async (world) => {
        const { check } = await import('../run.ts')
        const waves = await check(world, { study, ...options })
        return { text: [...waves.flatMap(report), 'No errors.'], data: { waves } }
      }, json),
    )
