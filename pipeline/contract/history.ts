/** history.csv: scores that others have published, of waves without answers. */
import type { Mistake } from '../errors.ts'
import { wavesOf } from './assemble.ts'
import { hasControls } from './companies.ts'
import type { Gaps } from './gaps.ts'
import { lifetimeWithout } from './lifetime.ts'
import { hintFor } from './nearest.ts'
import { idRule, isId } from './parts.ts'
import { firstLines, type Row, readRegister, type Wrong } from './register.ts'
import type { Contract } from './schema.ts'
import type { Company, PastScore } from './study.ts'
import { timelineOf } from './time.ts'

const file = 'history.csv'
const required = ['wave', 'index', 'company_id', 'score', 'source']
const known = ['wave', 'index', 'company_id', 'score', 'n', 'se', 'source']

/** What the rows are held against. */
interface Known {
  /** undefined where not even parts of it can be read */
  contract: Contract | undefined
  gaps: Gaps
  companies: readonly Company[]
}

const upTo = (cell: string, most: number): boolean => /^\d+(\.\d+)?$/.test(cell) && Number(cell) <= most

function pastScore({ cell, wrong }: Row): PastScore {
  const [score, n, se, source] = [cell('score'), cell('n'), cell('se'), cell('source')]
  if (!isId(cell('wave'))) wrong('not a possible wave', cell('wave'), idRule)
  if (!upTo(score, 100)) wrong('score is not a number from 0 to 100', score, 'write it with a point, as 71.4')
  if (n !== '' && !(/^\d+$/.test(n) && Number(n) >= 1 && Number(n) <= 1e9))
    wrong('n is not a whole number above 0', n, 'write the number of ratings, or leave it empty')
  if (se !== '' && !upTo(se, 100))
    wrong('se is not a number from 0 to 100', se, 'write it with a point, as 0.9, or leave it empty')
  if (source === '') wrong('a score without a source', score, 'say where it was published')
  if (hasControls(source)) wrong('a control character or line break in a source', source, 'take it out')
  return {
    ...{
      wave: cell('wave'),
      index: cell('index'),
      company: cell('company_id'),
      score: Number(score),
      source,
    },
    n: n === '' ? undefined : Number(n),
    se: se === '' ? undefined : Number(se),
  }
}

function indexRules({ wave, index }: PastScore, { contract, gaps }: Known, wrong: Wrong): void {
  if (contract === undefined) return
  const indices = Object.keys(contract.indices)
  if (!indices.includes(index)) {
    if (!gaps.hide(index, ['indices']))
      wrong('unknown index', index, hintFor(index, [...indices, ...gaps.keys(['indices'])], 'indices'))
    return
  }
  if (gaps.touch(['waves']) || gaps.touch(['indices', index]) || !isId(wave)) return
  const waves = wavesOf(contract)
  const asked = waves.find(({ id }) => id === wave)?.items ?? {}
  const last = waves.at(-1)?.id ?? ''
  const ids = waves.map(({ id }) => id)
  if (contract.indices[index]?.items.some((item) => (asked[item] ?? null) !== null))
    wrong(
      'a published score for a wave with answers',
      `${wave}, ${index}`,
      'the wave asks the index, so there would be two figures for one; remove the row',
    )
  else if (timelineOf(ids, [wave]).at(-1) !== last)
    wrong(
      'a wave after the last of the study',
      wave,
      `an edition holds scores up to its own wave; the last is ${last}, and names are put in natural order`,
    )
}

function companyRules(
  { wave, company }: PastScore,
  { contract, gaps, companies }: Known,
  wrong: Wrong,
): void {
  if (company === 'all' || companies.length === 0) return
  const found = companies.find(({ id }) => id === company)
  if (found === undefined) {
    const ids = companies.map(({ id }) => id)
    wrong('unknown company', company, hintFor(company, [...ids, 'all'], 'companies'))
    return
  }
  if (contract === undefined || gaps.touch(['waves']) || !isId(wave)) return
  const lifetime = lifetimeWithout(
    wave,
    found,
    wavesOf(contract).map(({ id }) => id),
  )
  if (lifetime !== undefined)
    wrong(
      `scored in wave ${wave}, outside its lifetime (${lifetime})`,
      company,
      'mend valid_from and valid_to in companies.csv, or remove the row',
    )
}

/** Reads history.csv. The company `all` stands for all companies together. */
export function readHistory(text: string, all: Known): { history: PastScore[]; mistakes: Mistake[] } {
  const { rows, mistakes } = readRegister(file, text, { required, known })
  const lineOf = firstLines()
  const history = rows.map((row) => {
    const score = pastScore(row)
    indexRules(score, all, row.wrong)
    companyRules(score, all, row.wrong)
    const figure = `${score.wave}, ${score.index}, ${score.company}`
    const first = lineOf(figure, row)
    if (first !== undefined)
      row.wrong('the score stands twice', figure, `it is on ${first} already; remove one`)
    return score
  })
  return { history, mistakes }
}
