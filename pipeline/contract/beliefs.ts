/** The file of beliefs: what people of the companies think that customers answer, one line each. */
import type { Mistake } from '../errors.ts'
import { wavesOf } from './assemble.ts'
import { hasControls } from './companies.ts'
import type { Gaps } from './gaps.ts'
import { lifetimeWithout } from './lifetime.ts'
import { hintFor } from './nearest.ts'
import { type Row, readRegister } from './register.ts'
import { spoken } from './report.ts'
import { isInside } from './rules-common.ts'
import type { Contract } from './schema.ts'
import type { Belief, Company } from './study.ts'
import type { Path } from './yaml-tree.ts'

/** The columns of every file of beliefs, beside those that the contract names. */
export const beliefColumns = ['wave', 'company_id', 'role']

type Asked = NonNullable<Contract['beliefs']>

/** What the rows are held against. */
interface Known {
  contract: Contract | undefined
  gaps: Gaps
  companies: readonly Company[]
  /** a path of study.yaml as file and line */
  where: (path: Path) => string
}

/** Every column that the contract names, with the place where it does. */
function columnsOf({ indices, touchpoints }: Asked): { column: string; path: Path }[] {
  return [
    ...Object.entries(indices).flatMap(([id, { items, priority }]) => [
      ...items.map((column, i) => ({ column, path: ['beliefs', 'indices', id, 'items', i] })),
      ...(priority === undefined ? [] : [{ column: priority, path: ['beliefs', 'indices', id, 'priority'] }]),
    ]),
    ...Object.entries(touchpoints).map(([id, { intended }]) => ({
      ...{ column: intended, path: ['beliefs', 'touchpoints', id, 'intended'] },
    })),
  ]
}

/** Tells each mistake once, on its first line, with how often it was found. */
function collector(mistakes: Mistake[]) {
  const found = new Map<string, Mistake & { times: number }>()
  return {
    tell: ({ where }: Row, what: string, value: string, hint: string): void => {
      const key = JSON.stringify([what, value])
      const first = found.get(key)
      if (first !== undefined) {
        first.times++
        return
      }
      const mistake = { what, ...(value === '' ? {} : { value }), where, hint, times: 1 }
      found.set(key, mistake)
      mistakes.push(mistake)
    },
    count: (): void => {
      for (const mistake of found.values())
        if (mistake.times > 1) mistake.hint = `${mistake.hint} (and ${mistake.times - 1} more like this)`
    },
  }
}
type Tell = ReturnType<typeof collector>['tell']

function companyRules(row: Row, waves: readonly string[], { gaps, companies }: Known, tell: Tell): void {
  const [wave, id] = [row.cell('wave'), row.cell('company_id')]
  const company = companies.find((one) => one.id === id)
  if (!waves.includes(wave) && !gaps.hide(wave, ['waves']))
    tell(row, 'unknown wave', wave, hintFor(wave, waves, 'waves'))
  if (company === undefined) {
    const ids = companies.map((one) => one.id)
    if (ids.length > 0) tell(row, 'unknown company', id, hintFor(id, ids, 'companies'))
    return
  }
  if (gaps.touch(['waves']) || !waves.includes(wave)) return
  const lifetime = lifetimeWithout(wave, company, waves)
  if (lifetime === undefined) return
  const hint = 'mend valid_from and valid_to in companies.csv, or remove its rows'
  tell(row, `asked in wave ${wave}, outside its lifetime (${lifetime})`, id, hint)
}

function roleRules(row: Row, known: Map<string, string>, tell: Tell): void {
  const role = row.cell('role')
  const first = known.get(role.toLowerCase()) ?? role
  known.set(role.toLowerCase(), first)
  if (role === '') tell(row, 'a person without a role', '', 'name the role, as manager, or one for all')
  else if (role.toLowerCase() === 'all')
    tell(row, 'a role named all', role, 'all stands for all roles together')
  else if (hasControls(role)) tell(row, 'a control character or line break in a role', role, 'take it out')
  else if (role !== first)
    tell(row, 'two roles differ only in capitals', role, `write ${first} as before, or rename one`)
}

function answersOf(row: Row, columns: readonly string[], { min, max }: Asked['scale'], tell: Tell) {
  const answers = new Map<string, number>()
  for (const column of columns) {
    const cell = row.cell(column)
    if (cell === '') continue
    const answer = /^[-+]?\d+(\.0+)?$/.test(cell) ? Number(cell) : Number.NaN
    if (answer >= min && answer <= max) answers.set(column, answer)
    else {
      const hint = 'mend it or beliefs.scale; an empty cell is no answer'
      tell(row, `${column} is not a whole number from ${min} to ${max}`, cell, hint)
    }
  }
  return answers
}

/** Reads the file that `beliefs` of the contract names; without that part there are no beliefs. `read` gives a file's text. */
export function readBeliefs(
  read: (name: string) => string | undefined,
  known: Known,
): { beliefs: Belief[]; mistakes: Mistake[] } {
  const { contract, where } = known
  const asked = contract?.beliefs
  if (contract === undefined || asked === undefined || !isInside(asked.file))
    return { beliefs: [], mistakes: [] }
  const named = columnsOf(asked)
  const columns = [...new Set(named.map(({ column }) => column))]
  const text = read(asked.file)
  if (text === undefined) {
    const hint = `write it with the columns ${[...beliefColumns, ...columns].join(',')}, or take beliefs out`
    const what = 'the file of beliefs is missing'
    return { beliefs: [], mistakes: [{ what, value: asked.file, where: where(['beliefs', 'file']), hint }] }
  }
  const { header, rows, mistakes } = readRegister(asked.file, text, {
    ...{ required: beliefColumns, known: [...beliefColumns, ...columns], open: true },
  })
  const others = [...new Set(header)].filter((column) => column !== '' && !beliefColumns.includes(column))
  if (header.length > 1)
    for (const { column, path } of named)
      if (!header.includes(column)) {
        const what = `${spoken(path)} names a column that ${asked.file} does not have`
        mistakes.push({ what, value: column, where: where(path), hint: hintFor(column, others, 'columns') })
      }
  const waves = wavesOf(contract).map(({ id }) => id)
  const roles = new Map<string, string>()
  const { tell, count } = collector(mistakes)
  const beliefs = rows.map((row): Belief => {
    companyRules(row, waves, known, tell)
    roleRules(row, roles, tell)
    const answers = answersOf(row, columns, asked.scale, tell)
    return { wave: row.cell('wave'), company: row.cell('company_id'), role: row.cell('role'), answers }
  })
  count()
  return { beliefs, mistakes }
}
