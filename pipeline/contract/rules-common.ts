/** Rules that hold for several parts of study.yaml. */
import { type Report, spoken } from './report.ts'
import type { Path } from './yaml-tree.ts'

/** A list names nothing twice; `as`: what two names have in common that are one. */
export function once(report: Report, path: Path, list: readonly string[], as = (name: string) => name): void {
  const names = list.map(as)
  list.forEach((value, i) => {
    if (names.indexOf(as(value)) < i)
      report.add([...path, i], { what: `${spoken(path)} names one twice`, value, hint: 'remove one of them' })
  })
}

/** A scale has at least two answers. */
export function rises(report: Report, path: Path, { min, max }: { min: number; max: number }): void {
  if (max <= min)
    report.add(path, {
      what: `${spoken(path)}: max must be more than min`,
      value: `${min} to ${max}`,
      hint: 'write the lowest and the highest answer: { min: 1, max: 10 }',
    })
}

/** True for a path that stays below the folder it starts from. */
export function isInside(path: string): boolean {
  if (/^([/\\]|[A-Za-z]:)/.test(path)) return false
  let depth = 0
  for (const step of path.split(/[/\\]/)) {
    if (step === '..') depth--
    else if (step !== '' && step !== '.') depth++
    if (depth < 0) return false
  }
  return depth > 0
}
