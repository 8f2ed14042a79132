/** Rules for the labels under values: what an answer is called must agree with what it means. */
import type { Report } from './report.ts'
import type { Contract } from './schema.ts'

/** A label and the answer it means. */
interface Label {
  written: string
  answer: number
}

const hasWords = (written: string): boolean => /\p{L}/u.test(written)

/** `9 Good` → 9; undefined where no number stands in front of words. */
function numberIn(written: string): number | undefined {
  const [found] = /^\s*[+-]?\d+(?:[.,]\d+)?(?![\p{L}\d])/u.exec(written) ?? []
  return found === undefined || !hasWords(written) ? undefined : Number(found.replace(',', '.'))
}

/** The labels of an item that mean an answer, not a missing code. */
function labelsOf(item: Contract['items'][string], meanings: Readonly<Record<string, string>>): Label[] {
  const { min, max } = item.scale
  return Object.entries(meanings).flatMap(([written, meant]) => {
    const answer = /^[-+]?\d+$/.test(meant) ? Number(meant) : Number.NaN
    return hasWords(written) && answer >= min && answer <= max ? [{ written, answer }] : []
  })
}

const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.slice(1).flatMap((after, i): [T, T][] => {
    const before = list[i]
    return before === undefined ? [] : [[before, after]]
  })

const told = (labels: readonly Label[]): string =>
  labels.map(({ written, answer }) => `${written}: ${answer}`).join(', ')

/** Within a wave, answers rise, or fall, with the numbers that labels begin with. */
function inStep(report: Report, wave: string, key: string, labels: readonly Label[]): void {
  const numbered = labels
    .flatMap((label) => {
      const number = numberIn(label.written)
      return number === undefined ? [] : [{ ...label, number }]
    })
    .sort((a, b) => a.number - b.number)
  const steps = pairs(numbered).filter(([a, b]) => a.number < b.number)
  const rising = steps.reduce((sum, [a, b]) => sum + Math.sign(b.answer - a.answer), 0)
  const whole = Math.sign((numbered.at(-1)?.answer ?? 0) - (numbered[0]?.answer ?? 0))
  const direction = Math.sign(rising) || whole
  const odd = steps.find(([a, b]) => Math.sign(b.answer - a.answer) !== direction || a.answer === b.answer)
  if (odd === undefined) return
  const [a, b] = odd
  report.add(['waves', wave, 'values', key, b.written], {
    what:
      a.answer === b.answer
        ? `waves.${wave}.values.${key}: two labels mean one answer`
        : `waves.${wave}.values.${key}: answers that do not follow the numbers of their labels`,
    value: told(odd),
    hint: 'the higher the number, the higher the answer (or all the other way round); mend one of them',
  })
}

/** Two waves give the answers of the same labels in the same order. */
function alike(report: Report, key: string, first: readonly [string, Label[]], second: typeof first): void {
  const [wave, labels] = second
  const now = new Map(labels.map(({ written, answer }) => [written, answer]))
  const shared = first[1]
    .flatMap((before) => {
      const answer = now.get(before.written)
      return answer === undefined ? [] : [{ before, after: { written: before.written, answer } }]
    })
    .sort((a, b) => a.before.answer - b.before.answer)
  const odd = pairs(shared).find(
    ([a, b]) => a.before.answer < b.before.answer && a.after.answer > b.after.answer,
  )
  if (odd === undefined) return
  report.add(['waves', wave, 'values', key, odd[1].after.written], {
    what: `waves.${wave}.values.${key}: labels in another order than in wave ${first[0]}`,
    value: told(odd.map(({ after }) => after)),
    hint: `wave ${first[0]} says ${told(odd.map(({ before }) => before))}; the same words of a question have one meaning`,
  })
}

/** What the labels of answers say about each other. */
export function labelRules(report: Report, { items, waves }: Contract): void {
  const known = new Map<string, readonly [string, Label[]]>()
  for (const [wave, { values }] of Object.entries(waves))
    for (const [key, meanings] of Object.entries(values)) {
      const item = Object.hasOwn(items, key) ? items[key] : undefined
      if (item === undefined || report.gaps.touch(['items', key])) continue
      const labels = labelsOf(item, meanings)
      const before = known.get(key)
      inStep(report, wave, key, labels)
      if (before !== undefined) alike(report, key, before, [wave, labels])
      known.set(key, [wave, labels])
    }
}
