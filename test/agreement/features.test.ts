import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainStudy, PlainTouchpoint } from './plain.ts'
import { randomStudy, runs } from './study.ts'
import { topTenRows } from './top-ten.ts'
import { touchpointsAsked } from './touchpoints.ts'

/** Of a panel: the people of at least two waves, and those who stand in another stratum there. */
function people({ respondents }: PlainStudy) {
  const seen = new Map<string, string[]>()
  for (const { respondent, stratum } of respondents)
    seen.set(respondent, [...(seen.get(respondent) ?? []), stratum])
  const stay = [...seen.values()].filter((strata) => strata.length > 1)
  return { stay: stay.length, leave: seen.size - stay.length, move: stay.some((s) => new Set(s).size > 1) }
}

/** What explains scores. */
function explained(study: PlainStudy): [string, boolean][] {
  const { touchpoints = [], experiments = [], combined, channels, waves, publication } = study
  const shared = (of: (one: PlainTouchpoint) => string | undefined) => {
    const named = touchpoints.flatMap((one) => of(one) ?? [])
    return new Set(named).size < named.length
  }
  const asked = waves.map(({ id }) => touchpointsAsked(study, id).length)
  const lacking = (of: (wave: PlainStudy['waves'][number]) => boolean) => waves.some(of) && !waves.every(of)
  const needs = study.need_met
  return [
    ['touchpoints', touchpoints.length > 0],
    ['no touchpoint', touchpoints.length === 0],
    ['touchpoints in several waves', asked.filter((n) => n > 1).length > 1],
    ['a touchpoint in some waves', new Set(asked).size > 1],
    ['an owner of several', shared(({ owner }) => owner)],
    ['a step of several', shared(({ step }) => step)],
    ['a channel of several', shared(({ channel }) => channel)],
    ['companies as they are', publication.aggregate === 'companies'],
    ['ratings pooled', publication.aggregate === 'ratings'],
    ['private companies', study.companies.some(({ publish }) => !publish)],
    ['the need', needs !== undefined],
    ['the need in some waves', lacking(({ items }) => needs !== undefined && items.includes(needs))],
    ['channels', channels !== undefined],
    ['channels in some waves', lacking(({ columns }) => columns.includes('served'))],
    ['a ballot by role', experiments.some(({ role }) => role)],
    ['a ballot by column', experiments.some(({ role }) => !role)],
    [
      'a ballot in some waves',
      experiments.some(({ id }) => lacking((wave) => wave.experiments?.includes(id) === true)),
    ],
    ['two rankings', combined !== undefined],
    ['an eleventh place', waves.some(({ id }) => (topTenRows(study, id)[0]?.companies ?? 0) > 10)],
  ]
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
    ...explained(study),
  ]
  return new Set(all.filter(([, holds]) => holds).map(([name]) => name))
}

describe('random studies have, in at least three cases,', () => {
  const features = runs.flatMap((run) => fc.sample(randomStudy, run)).map(featuresOf)
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
    [['touchpoints', 'rake', 'trim']],
    [['touchpoints', 'rake', 'households', 'companies as they are']],
    [['touchpoints', 'weights per rating']],
    [['touchpoints', 'private companies', 'ratings pooled']],
    [['touchpoints in several waves', 'people stay, move and leave', 'rake']],
    [['touchpoints in several waves', 'panel', 'households']],
    [['a touchpoint in some waves']],
    [['an owner of several', 'a step of several', 'a channel of several']],
    [['the need', 'channels', 'rake']],
    [['the need in some waves']],
    [['channels in some waves']],
    [['a ballot by role', 'rake']],
    [['a ballot by column', 'households']],
    [['a ballot in some waves']],
    [['two rankings', 'rake', 'trim']],
    [['two rankings', 'households']],
    [['an eleventh place']],
  ])('%s', (names) => {
    expect(features.filter((one) => names.every((name) => one.has(name))).length).toBeGreaterThan(2)
  })

  it('respondents as they come', () => {
    const special = ['rake', 'trim', 'weights per rating', 'households', 'panel']
    expect(features.filter((one) => !special.some((name) => one.has(name))).length).toBeGreaterThan(2)
  })
})
