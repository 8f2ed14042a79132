/** Items of the draft from the questions of all waves. */
import type { MissingKind } from '../contract/study.ts'
import { type Asked, telling } from './across.ts'
import type { DraftItem, Guess } from './draft.ts'
import { tooFew } from './edges.ts'
import type { Question } from './items.ts'
import { hintAt } from './names.ts'
import { oneLine } from './segments.ts'
import { withoutSlot } from './slots.ts'

/** Codes of all questions on one scale, together: they are decided once. */
function codesByScale(items: readonly Asked[]): Map<string, Map<string, Guess<MissingKind>>> {
  const all = new Map<string, Map<string, Guess<MissingKind>>>()
  for (const { waves } of items)
    for (const asked of waves) {
      if (asked === undefined) continue
      const codes = all.get(scaleOf(asked.value)) ?? new Map<string, Guess<MissingKind>>()
      all.set(scaleOf(asked.value), codes)
      for (const [code, kind] of asked.value.missing) {
        const key = code.toUpperCase() === 'BLANK' ? 'Blank' : code
        const known = [...codes.keys()].find((other) => other.toLowerCase() === key.toLowerCase())
        if (known === undefined) codes.set(key, kind)
        else if (codes.get(known)?.why?.includes(tooFew)) codes.set(known, kind)
      }
    }
  return all
}

/** 0-10 and 1-10 may be one scale on which nobody answered 0. */
const scaleOf = ({ min, max }: Question): string => (max === 10 ? '10' : `${min} ${max}`)

/** An item with its text, its scale and the codes of all questions on that scale. */
function draftItem(id: string, asked: Asked, codes: ReadonlyMap<string, Guess<MissingKind>>): DraftItem {
  const { latest, waves } = asked
  const known = waves.flatMap((one) => one?.value ?? [])
  const min = Math.min(...known.map((one) => one.min))
  const max = Math.max(...known.map((one) => one.max))
  const top = Math.max(...known.map(({ seen }) => seen[1]))
  const lowest = Math.min(...known.map(({ seen }) => seen[0]))
  const text = known.map(({ column }) => oneLine(column.text ?? '')).findLast((one) => one !== '')
  const recommends = max === 10 && min === 1 && hintAt(withoutSlot(telling(asked)), 'recommend') > 0
  const labels = [...latest.answers.labelled.keys()].map(oneLine)
  return {
    id,
    text: text === undefined ? { value: oneLine(withoutSlot(telling(asked))), todo: true } : { value: text },
    scale: {
      min: recommends
        ? { value: 0, todo: true, why: 'such questions are mostly asked on 0-10; nobody answered 0' }
        : { value: min },
      max:
        top < max
          ? { value: max, todo: true, why: `the highest answer given is ${top}, the lowest ${lowest}` }
          : { value: max },
    },
    missing: new Map(
      [...codes].filter(([code]) => !(Number(code) >= (recommends ? 0 : min) && Number(code) <= max)),
    ),
    why: `${latest.why}${labels.length === 0 ? '' : `; answers such as ${labels[0]}`}`,
  }
}

/** The items of the draft; `named`: id and questions of each. */
export function draftItems(named: readonly (readonly [string, Asked])[]): DraftItem[] {
  const codes = codesByScale(named.map(([, asked]) => asked))
  return named.map(([id, asked]) => draftItem(id, asked, codes.get(scaleOf(asked.latest)) ?? new Map()))
}
