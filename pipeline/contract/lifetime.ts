/** From which wave to which a company exists. */
import type { Company } from './study.ts'
import { inTime } from './time.ts'

function spoken({ valid_from, valid_to }: Company): string {
  if (valid_from === undefined) return `until ${valid_to}`
  return valid_to === undefined ? `from ${valid_from}` : `from ${valid_from} to ${valid_to}`
}

/** The company's lifetime in words where the wave lies outside it, else undefined. `waves` in order of time. */
export function lifetimeWithout(
  wave: string,
  company: Company,
  waves: readonly string[],
): string | undefined {
  const { valid_from, valid_to } = company
  const early = valid_from !== undefined && inTime(waves, wave, valid_from) < 0
  const late = valid_to !== undefined && inTime(waves, wave, valid_to) > 0
  return early || late ? spoken(company) : undefined
}
