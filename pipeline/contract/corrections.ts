/** corrections.csv: what is changed in the answers after delivery, and why. */
import type { Mistake } from '../errors.ts'
import { hintFor } from './nearest.ts'
import { type Row, readRegister } from './register.ts'
import type { Contract } from './schema.ts'
import type { Correction, CorrectionAction, CorrectionStatus } from './study.ts'

const file = 'corrections.csv'
const required = ['wave', 'respondent', 'action', 'reason']
const known = [...required, 'company', 'column', 'value', 'expect', 'status']

/** Words for one thing, the first of them the usual one. */
const actions: Readonly<Record<CorrectionAction, readonly string[]>> = {
  set: ['set', 'replace', 'change', 'recode'],
  drop: ['drop', 'delete', 'remove', 'exclude'],
  keep_first: ['keep_first'],
  keep_last: ['keep_last'],
}
const statuses: Readonly<Record<CorrectionStatus, readonly string[]>> = {
  active: ['active', '', 'applied', 'accepted', 'approved', 'confirmed', 'done', 'final'],
  proposed: ['proposed', 'open', 'pending', 'draft'],
  withdrawn: ['withdrawn', 'rejected', 'inactive', 'obsolete'],
}

function meant<Word extends string>(words: Readonly<Record<Word, readonly string[]>>, written: string) {
  const names = Object.keys(words) as Word[]
  return names.find((name) => words[name].includes(written.toLowerCase()))
}

/** An empty cell is undefined, BLANK is null. */
const cellOf = (text: string): string | null | undefined =>
  text === '' ? undefined : text === 'BLANK' ? null : text

function correctionOf({ where, cell, wrong }: Row, contract: Contract): Correction | undefined {
  const action = meant(actions, cell('action'))
  const status = meant(statuses, cell('status'))
  const wave = Object.hasOwn(contract.waves, cell('wave')) ? contract.waves[cell('wave')] : undefined
  const column = cell('column')
  if (wave === undefined)
    wrong('unknown wave', cell('wave'), hintFor(cell('wave'), Object.keys(contract.waves), 'waves'))
  else if (column !== '') {
    const columns = [...Object.keys(wave.columns), ...Object.keys(contract.items)]
    if (!columns.includes(column))
      wrong('neither a role of the wave nor an item', column, hintFor(column, columns, 'roles and items'))
    else if (wave.items[column] === null)
      wrong('the item was not asked in this wave', column, 'name another column, or withdraw the correction')
  }
  if (action === undefined)
    wrong('unknown action', cell('action'), hintFor(cell('action'), Object.keys(actions), 'actions'))
  if (status === undefined)
    wrong('unknown status', cell('status'), hintFor(cell('status'), Object.keys(statuses), 'statuses'))
  if (cell('reason') === '') wrong('a correction without a reason', '', 'say why: the reason is published')
  if (/\p{Cc}/u.test(cell('reason')))
    wrong('a control character or line break in a reason', '', 'take it out')
  if (action === 'set' && (column === '' || cell('value') === ''))
    wrong('set needs a column and a value', column || cell('value'), 'BLANK as value empties the cell')
  if (action !== undefined && action !== 'set' && cell('value') !== '')
    wrong(`${action} takes no value`, cell('value'), 'what the cell must hold goes under expect')
  if (column === '' && cell('expect') !== '')
    wrong('an expectation without a column', cell('expect'), 'name the role or item under column')
  if ((action === 'keep_first' || action === 'keep_last') && (column !== '' || cell('company') === ''))
    wrong(
      `${action} needs a company and no column`,
      column,
      'it settles a company rated twice by a respondent',
    )
  if (cell('respondent') === '' && cell('expect') === '')
    wrong('a correction of all respondents', '', 'name the respondent, or under expect what the cell holds')
  if (action === undefined || status === undefined) return undefined
  return {
    wave: cell('wave'),
    respondent: cellOf(cell('respondent')),
    company: cellOf(cell('company')),
    column: column === '' ? undefined : column,
    action,
    value: cellOf(cell('value')),
    expect: cellOf(cell('expect')),
    reason: cell('reason'),
    status,
    where,
  }
}

/** Reads corrections.csv; without the file nothing is corrected. A contract that cannot be read leaves it unread. */
export function readCorrections(
  text: string | undefined,
  contract: Contract | undefined,
): { corrections: Correction[]; mistakes: Mistake[] } {
  if (text === undefined || contract === undefined) return { corrections: [], mistakes: [] }
  const { rows, mistakes } = readRegister(file, text, { required, known })
  const corrections = rows.flatMap((row) => correctionOf(row, contract) ?? [])
  return { corrections, mistakes }
}
