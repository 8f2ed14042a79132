/** Which questions of different waves are one item. */
import { given } from '../contract/words.ts'
import { align } from './align.ts'
import type { Guess } from './draft.ts'
import type { Question } from './items.ts'
import { plain } from './names.ts'
import { nameLikeness, oneScale, overlap } from './same.ts'

/** One item: its question in each wave, undefined where it was not asked. */
export interface Asked {
  /** in the last wave that asks it */
  latest: Question
  waves: (Guess<Question> | undefined)[]
}

/** answers distributed this much alike can be to one question */
const alike = 0.85

/** `Q8` of `Q8A`: what the questions of one block share; undefined where the name says more than its number. */
const block = (name: string): string | undefined => /^([a-z]{0,3}\d+)_?[a-z]$/.exec(plain(name))?.[1]

/** True where a name says nothing but its number, and its block has another size in the other wave: perhaps another question. */
function isDoubtful(name: string, as: readonly Question[], bs: readonly Question[]): boolean {
  const shared = block(name)
  const size = (questions: readonly Question[]) =>
    questions.filter(({ column }) => block(column.name) === shared).length
  return shared !== undefined && Math.abs(size(as) - size(bs)) > 1
}

interface Pair {
  entry: number
  question: number
  why?: string
  todo?: boolean
}

/** Between two pairs that are known: what stands at the same place and is answered alike. */
function inGaps(entries: readonly Asked[], questions: readonly Question[], known: readonly Pair[]): Pair[] {
  const fences = [...known, { entry: entries.length, question: questions.length }].sort(
    (a, b) => a.question - b.question,
  )
  let [e, q] = [0, 0]
  return fences.flatMap(({ entry, question }) => {
    if (entry < e) return []
    const free = entries.slice(e, entry)
    const asked = questions.slice(q, question)
    const likely = (a: Asked, b: Question) => (oneScale(a.latest, b) ? overlap(a.latest, b) : 0)
    const pairs = align(free, asked, (a, b) => (likely(a, b) >= alike ? likely(a, b) : 0)).map(
      ([i, j]): Pair => {
        const [a, b] = [free[i], asked[j]]
        const share = a === undefined || b === undefined ? 0 : likely(a, b)
        return {
          entry: e + i,
          question: q + j,
          todo: true,
          why: `stands at the same place, answers ${(100 * share).toFixed(0)}% alike`,
        }
      },
    )
    ;[e, q] = [entry + 1, question + 1]
    return pairs
  })
}

function pairUp(entries: readonly Asked[], questions: readonly Question[]): Pair[] {
  const latest = entries.map((entry) => entry.latest)
  const pairs: Pair[] = []
  const free = () => ({
    entries: [...entries.keys()].filter((k) => !pairs.some(({ entry }) => entry === k)),
    questions: [...questions.keys()].filter((k) => !pairs.some(({ question }) => question === k)),
  })
  const equal: readonly [(name: string) => string, string | undefined][] = [
    [(name) => name, undefined],
    [plain, 'the name differs in capitals or signs only'],
  ]
  for (const [form, why] of equal)
    for (const k of free().questions) {
      const question = questions[k]
      const same = free().entries.find((e) => {
        const entry = latest[e]
        return (
          entry !== undefined &&
          question !== undefined &&
          form(entry.column.name) === form(question.column.name) &&
          oneScale(entry, question) &&
          !isDoubtful(question.column.name, questions, latest)
        )
      })
      if (same !== undefined) pairs.push({ entry: same, question: k, ...given({ why }) })
    }
  const left = free()
  const likeness = (e: number, k: number): number => {
    const [entry, question] = [latest[e], questions[k]]
    if (entry === undefined || question === undefined || !oneScale(entry, question)) return 0
    return nameLikeness(entry.column.name, question.column.name)
  }
  for (const [i, j] of align(left.entries, left.questions, likeness)) {
    const [entry, question] = [left.entries[i], left.questions[j]]
    if (entry !== undefined && question !== undefined)
      pairs.push({ entry, question, todo: true, why: `the name is like ${latest[entry]?.column.name}` })
  }
  const rising = pairs
    .sort((a, b) => a.question - b.question)
    .filter(({ entry }, k, all) => all.slice(0, k).every((before) => before.entry < entry))
  const byPlace = inGaps(entries, questions, rising).filter(
    ({ entry, question }) => !pairs.some((pair) => pair.entry === entry || pair.question === question),
  )
  return [...pairs, ...byPlace]
}

/** The items of a study from the questions of its waves, in order of time. */
export function itemsAcross(waves: readonly (readonly Question[])[]): Asked[] {
  const entries: Asked[] = []
  for (let w = waves.length - 1; w >= 0; w--) {
    const questions = waves[w] ?? []
    const pairs = pairUp(entries, questions)
    const taken = pairs.map(({ entry, question }) => [entries[entry], question] as const)
    for (const { entry, question, why, todo } of pairs) {
      const [target, value] = [entries[entry], questions[question]]
      if (target === undefined || value === undefined) continue
      target.waves[w] = { value, ...given({ why, todo }) }
    }
    let before: Asked | undefined
    for (const [k, question] of questions.entries()) {
      const found = taken.find(([, asked]) => asked === k)?.[0]
      if (found !== undefined) {
        before = found
        continue
      }
      const fresh: Asked = {
        latest: question,
        waves: new Array<Guess<Question> | undefined>(waves.length).fill(undefined),
      }
      fresh.waves[w] = { value: question }
      entries.splice(before === undefined ? 0 : entries.indexOf(before) + 1, 0, fresh)
      before = fresh
    }
  }
  return entries
}

const isBare = (name: string): boolean => /^[a-z]{0,2}\d+[a-z]?$/.test(plain(name))

/** The column that gives the item its name: the latest one whose name says more than a number. */
export function telling({ latest, waves }: Asked): string {
  const names = waves.flatMap((one) => one?.value.column.name ?? [])
  return names.findLast((name) => !isBare(name)) ?? latest.column.name
}

/** Whether the column of a wave waits for a decision: it was matched by likeness, or the name of the item was. */
export function isOpen({ waves }: Asked, one: Guess<Question>, name: string): boolean {
  const source = waves.find((other) => other?.value.column.name === name)
  return one.value.column.name !== name && (one.todo === true || source?.todo === true)
}
