/** study.yaml and the registers → one Study, or every mistake in them at once. */
import { type Mistake, UserError } from '../errors.ts'
import { studyOf, wavesOf } from './assemble.ts'
import { readBeliefs } from './beliefs.ts'
import { type Entry, readCompanies } from './companies.ts'
import { readCorrections } from './corrections.ts'
import { allGaps, type Gaps, leaveOut, noGaps } from './gaps.ts'
import { readHistory } from './history.ts'
import { industriesOf, languagesIn, readIndustries, strayIndustries } from './industries.ts'
import { reportIssues } from './issues.ts'
import { notYetComputed, notYetReadable } from './pending.ts'
import { inOrder, placeIn, reportOn } from './report.ts'
import { rules } from './rules.ts'
import { type Contract, contractSchema } from './schema.ts'
import type { Industry, Study } from './study.ts'
import { readTargets } from './targets.ts'
import { besideTodos } from './todo.ts'
import { parseYaml } from './yaml.ts'
import type { Path } from './yaml-tree.ts'

interface ReadContract {
  /** undefined where not even parts of it can be read */
  contract: Contract | undefined
  mistakes: readonly Mistake[]
  gaps: Gaps
  where: (path: Path) => string
}

function readContract(text: string): ReadContract {
  const source = parseYaml('study.yaml', text)
  const { where, todos } = source
  const nothing = { contract: undefined, gaps: allGaps, where }
  if (source.mistakes.length > 0) return { ...nothing, mistakes: source.mistakes }
  const report = reportOn(source)
  const parsed = contractSchema.safeParse(source.value)
  if (parsed.success) {
    rules(report, parsed.data)
    return { contract: parsed.data, mistakes: [...todos, ...report.mistakes], gaps: noGaps, where }
  }
  const faulty = reportIssues(report, contractSchema, source, parsed.error.issues)
  const { rest, gaps } = leaveOut(contractSchema, source.value, faulty)
  const readable = contractSchema.safeParse(rest)
  if (!readable.success) return { ...nothing, mistakes: [...todos, ...report.mistakes] }
  const crossed = reportOn(source, gaps)
  rules(crossed, readable.data)
  const mistakes = [...todos, ...report.mistakes, ...crossed.mistakes]
  return { contract: readable.data, mistakes, gaps, where }
}

function companiesOf(
  text: string | undefined,
  { contract, gaps }: ReadContract,
): { entries: Entry[]; mistakes: Mistake[] } {
  if (text === undefined)
    return {
      entries: [],
      mistakes: [
        {
          what: 'companies.csv is missing',
          hint: 'write one beside study.yaml, with the columns company_id,name,industry',
        },
      ],
    }
  const inTime = contract === undefined || gaps.touch(['waves']) ? undefined : wavesOf(contract)
  return readCompanies(
    text,
    inTime?.map(({ id }) => id),
  )
}

function namedIndustries(
  text: string | undefined,
  entries: readonly Entry[],
  { contract, gaps }: ReadContract,
): { industries: Industry[]; mistakes: Mistake[] } {
  const languages = contract?.languages ?? []
  if (text === undefined) return industriesOf(entries, languages)
  const perhaps = languagesIn(text).filter((language) => gaps.hide(language, ['languages']))
  const { industries, mistakes } = readIndustries(text, [...new Set([...languages, ...perhaps])])
  const stray = industries.length === 0 ? [] : strayIndustries(entries, industries)
  return { industries, mistakes: [...mistakes, ...stray] }
}

/**
 * Reads a study folder's contract and registers. `read` gives a file's text, or undefined where it is missing;
 * `has` tells whether the folder holds a file or, with a slash at the end, a folder. `answers` gives the text of a file of
 * people's answers, which may be kept elsewhere.
 * Throws a UserError with all mistakes of all files.
 */
export function loadStudy(
  read: (name: string) => string | undefined,
  has: (name: string) => boolean = (name) => !name.endsWith('/') && read(name) !== undefined,
  answers: (name: string) => string | undefined = read,
): Study {
  const yaml = read('study.yaml')
  if (yaml === undefined)
    throw new UserError({
      what: 'study.yaml is missing',
      hint: 'name a study folder, or write an example with `barometer simulate`',
    })
  const found = readContract(yaml)
  const { contract, where } = found
  const { entries, mistakes: inCompanies } = companiesOf(read('companies.csv'), found)
  const { industries, mistakes: inIndustries } = namedIndustries(read('industries.csv'), entries, found)
  const { corrections, mistakes: inCorrections } = readCorrections(read('corrections.csv'), contract)
  const { targets, mistakes: inTargets } = readTargets(read('targets.csv'), {
    ...{ contract, gaps: found.gaps },
    where: where(['weighting', 'rake']),
  })
  const companies = entries.map(({ company }) => company)
  const past = read('history.csv')
  const { history, mistakes: inHistory } =
    past === undefined
      ? { history: [], mistakes: [] }
      : readHistory(past, { contract, gaps: found.gaps, companies })
  const { beliefs, mistakes: inBeliefs } = readBeliefs(answers, {
    ...{ contract, gaps: found.gaps, companies, where },
  })
  const all = [
    ...found.mistakes,
    ...inCompanies,
    ...inIndustries,
    ...inCorrections,
    ...inTargets,
    ...inHistory,
    ...inBeliefs,
  ]
  const mistakes = besideTodos(all)
  if (contract === undefined || mistakes.length > 0) throw new UserError(inOrder(mistakes))
  const study = studyOf(contract, { companies, industries, corrections, targets, history, beliefs })
  return {
    ...study,
    waves: study.waves.map((wave) => ({ ...wave, at: placeIn(where(['waves', wave.id, 'file'])) })),
    not_yet_computed: notYetComputed(contract, has),
    not_yet_readable: inOrder(notYetReadable(contract, where)),
  }
}
