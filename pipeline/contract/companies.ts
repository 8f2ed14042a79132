/** companies.csv: who is rated, under which codes, in which industry. */
import type { Mistake } from '../errors.ts'
import { findCycle } from './cycle.ts'
import { hintFor } from './nearest.ts'
import { idRule, isId } from './parts.ts'
import { firstLines, type Row, readRegister, twice } from './register.ts'
import type { Company } from './study.ts'
import { inTime } from './time.ts'
import { todosOf } from './todo.ts'
import { given } from './words.ts'

const required = ['company_id', 'name', 'industry']
const known = [
  ...required,
  'codes',
  'valid_from',
  'valid_to',
  'successor',
  'homepage',
  'share',
  'publish',
  'key',
]

/** A company and the line it stands on. */
export interface Entry {
  readonly company: Company
  readonly where: string
}

/** True where a name would break a line or a terminal. */
export const hasControls = (name: string): boolean => /\p{Cc}/u.test(name)

function codesOf(cell: string, waves: readonly string[]): Company['codes'] {
  const codes = cell.split('|').map((part) => part.trim())
  return codes
    .filter((part) => part !== '')
    .map((part) => {
      const colon = part.indexOf(':')
      const wave = part.slice(0, Math.max(colon, 0)).trim()
      const code = part.slice(colon + 1).trim()
      return colon > 0 && code !== '' && waves.includes(wave)
        ? { code, wave }
        : { code: part, wave: undefined }
    })
}

function isWeb(address: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(address) && !hasControls(address) && URL.canParse(address)
}

function companyOf({ cell, wrong }: Row, waves: readonly string[] | undefined): Company {
  const id = cell('company_id')
  const name = cell('name')
  const share = cell('share')
  const publish = cell('publish').toLowerCase()
  const homepage = cell('homepage')
  const from = cell('valid_from')
  const to = cell('valid_to')
  if (!isId(id)) wrong('not a possible company_id', id, idRule)
  if (name === '') wrong('a company without a name', id, 'fill in the column name')
  if (hasControls(name)) wrong('a control character or line break in a name', name, 'take it out')
  if (cell('industry') === '') wrong('a company without an industry', id, 'fill in the column industry')
  if (share !== '' && !(/^\d+(\.\d+)?$/.test(share) && Number(share) >= 1e-9 && Number(share) <= 1e12))
    wrong('share is not a number above 0', share, 'write it with a point, as 0.25, or leave it empty')
  if (!['', 'true', 'false'].includes(publish))
    wrong('publish is neither true nor false', publish, 'write true or false; empty is true')
  if (homepage !== '' && !isWeb(homepage))
    wrong('homepage is not a web address', homepage, 'it starts with https:// or http://')
  if (waves !== undefined && from !== '' && to !== '' && inTime(waves, from, to) > 0)
    wrong('valid_from comes after valid_to', `${from} to ${to}`, 'write the first wave under valid_from')
  const filled = (column: string): string | undefined => cell(column) || undefined
  return {
    id,
    name,
    industry: cell('industry'),
    codes: codesOf(cell('codes'), waves ?? []),
    share: share === '' ? undefined : Number(share),
    publish: publish !== 'false',
    ...given({
      valid_from: filled('valid_from'),
      valid_to: filled('valid_to'),
      successor: filled('successor'),
      homepage: filled('homepage'),
    }),
  }
}

function successors(entries: readonly Entry[], mistakes: Mistake[]): void {
  const ids = entries.map(({ company }) => company.id)
  const links: [string, string][] = []
  for (const { company, where } of entries) {
    const { id, successor } = company
    if (successor === undefined) continue
    if (successor === id)
      mistakes.push({
        what: 'a company is its own successor',
        value: id,
        where,
        hint: 'name another company, or leave it empty',
      })
    else if (!ids.includes(successor))
      mistakes.push({
        what: 'unknown successor',
        value: successor,
        where,
        hint: hintFor(successor, ids, 'companies'),
      })
    else links.push([id, successor])
  }
  const circle = findCycle(links)
  if (circle === undefined) return
  const where = entries.find(({ company }) => company.id === circle[0])?.where
  mistakes.push({
    what: 'successors go in a circle',
    value: circle.join(' → '),
    ...given({ where }),
    hint: 'the last company has no successor',
  })
}

function clashes(entries: readonly Entry[], mistakes: Mistake[]): void {
  const holders = new Map<string, { entry: Entry; wave: string | undefined }[]>()
  for (const entry of entries) {
    const reported = new Set<string>()
    for (const { code, wave } of [{ code: entry.company.id, wave: undefined }, ...entry.company.codes]) {
      const key = code.toLowerCase()
      const held = holders.get(key) ?? []
      const other = held.find(
        (holder) =>
          holder.entry !== entry && (holder.wave === undefined || wave === undefined || holder.wave === wave),
      )
      if (other !== undefined && !reported.has(key)) {
        reported.add(key)
        mistakes.push({
          what: 'one code for two companies',
          value: code,
          where: entry.where,
          hint: `${other.entry.company.id} has it too (${other.entry.where}); a code that holds in one wave is written wave:code`,
        })
      }
      holders.set(key, [...held, { entry, wave }])
    }
  }
}

/** Reads companies.csv. `waves` in order of time; undefined where they cannot be read. */
export function readCompanies(
  text: string,
  waves: readonly string[] | undefined,
): { entries: Entry[]; mistakes: Mistake[] } {
  const file = 'companies.csv'
  const { rows, mistakes } = readRegister(file, text, { required, known })
  mistakes.push(...todosOf(rows, known))
  const entries: Entry[] = []
  const lineOf = firstLines()
  for (const row of rows) {
    const company = companyOf(row, waves)
    if (company.id === '') continue
    const first = lineOf(company.id.toLowerCase(), row)
    if (first === undefined) entries.push({ company, where: row.where })
    else row.wrong('the company_id stands twice', company.id, twice(first))
  }
  if (rows.length === 0 && mistakes.length === 0)
    mistakes.push({ what: 'the file names no company', where: file, hint: 'write one row per company' })
  successors(entries, mistakes)
  clashes(entries, mistakes)
  return { entries, mistakes }
}
