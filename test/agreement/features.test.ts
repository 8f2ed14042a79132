import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainStudy } from './plain.ts'
import { randomStudy, runs } from './study.ts'

/** Of a panel: the people of at least two waves, and those who stand in another stratum there. */
function people({ respondents }: PlainStudy) {
  const seen = new Map<string, string[]>()
  for (const { respondent, stratum } of respondents)
    seen.set(respondent, [...(seen.get(respondent) ?? []), stratum])
  const stay = [...seen.values()].filter((strata) => strata.length > 1)
  return { stay: stay.length, leave: seen.size - stay.length, move: stay.some((s) => new Set(s).size > 1) }
}

function featuresOf(study: PlainStudy): Set<string> {
  const { weighting, waves, panel } = study
  const variables = new Set(weighting.targets.map(({ variable }) => variable))
  const some = (column: 'household' | 'weight') => waves.some(({ columns }) => columns.includes(column))
  const lacking = (column: 'household' | 'weight') => waves.some(({ columns }) => !columns.includes(column))
  const { stay, leave, move } = people(study)
  const followed = panel && waves.length > 1
  const all: [string, boolean][] = [
    ['rake', variables.size > 0],
    ['two margins', variables.size > 1],
    ['no margin', variables.size === 0],
    ['trim', weighting.trim !== undefined],
    ['weights per rating', weighting.level === 'rating'],
    ['households', some('household')],
    ['households in some waves', some('household') && lacking('household')],
    ['weights in some waves', some('weight') && lacking('weight')],
    ['panel', followed],
    ['people stay, move and leave', followed && stay > 0 && leave > 0 && move],
  ]
  return new Set(all.filter(([, holds]) => holds).map(([name]) => name))
}

describe('random studies have, in at least three cases,', () => {
  const features = fc.sample(randomStudy, runs).map(featuresOf)
  it.each([
    [['no margin', 'trim']],
    [['two margins', 'trim']],
    [['rake', 'households']],
    [['rake', 'weights in some waves']],
    [['rake', 'people stay, move and leave']],
    [['trim', 'people stay, move and leave']],
    [['rake', 'trim', 'households', 'panel']],
    [['weights per rating', 'households']],
    [['weights per rating', 'panel']],
    [['households', 'people stay, move and leave']],
    [['households in some waves']],
  ])('%s', (names) => {
    expect(features.filter((one) => names.every((name) => one.has(name))).length).toBeGreaterThan(2)
  })

  it('nothing of all this', () => {
    const plain = new Set(['no margin', 'weights in some waves'])
    expect(features.filter((one) => [...one].every((name) => plain.has(name))).length).toBeGreaterThan(2)
  })
})
