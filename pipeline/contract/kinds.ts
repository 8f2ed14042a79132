/** The kinds of names that one part of study.yaml gives and another uses. */
import type { Contract, ContractWave } from './schema.ts'
import type { Path } from './yaml-tree.ts'

/** Names of one kind, and where study.yaml gives them. */
export interface Kind {
  readonly noun: string
  readonly nouns: string
  readonly names: readonly string[]
  readonly at: Path
}

const kindOf =
  (noun: string, part: 'items' | 'indices' | 'waves' | 'touchpoints') =>
  (contract: Contract): Kind => ({ noun, nouns: part, names: Object.keys(contract[part]), at: [part] })

export const itemKind = kindOf('item', 'items')
export const indexKind = kindOf('index', 'indices')
export const waveKind = kindOf('wave', 'waves')
export const touchpointKind = kindOf('touchpoint', 'touchpoints')

export const languageKind = ({ languages }: Contract): Kind => ({
  noun: 'language',
  nouns: 'languages of the study',
  names: languages,
  at: ['languages'],
})

/** Every role that some wave gives a column. */
export const roleKind = ({ waves }: Contract): Kind => ({
  noun: 'role',
  nouns: 'roles under columns of the waves',
  names: [...new Set(Object.values(waves).flatMap(({ columns }) => Object.keys(columns)))],
  at: ['waves'],
})

/** What the values of a wave may belong to. */
export const valuedKind = ({ items }: Contract, wave: ContractWave): Kind => ({
  noun: 'role or item',
  nouns: 'roles and items',
  names: [...Object.keys(wave.columns), ...Object.keys(items)],
  at: ['items'],
})
