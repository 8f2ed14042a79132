/** Numbers and lists in English. */
import { plain, series } from '../sentence.ts'

const small = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
export const number = (n: number) => small[n] ?? String(n)
export const Number_ = (n: number) => number(n).replace(/^./, (letter) => letter.toUpperCase())
/** none of so many */
export const none = (of: number) => (of === 2 ? 'neither' : 'none')
export const None_ = (of: number) => (of === 2 ? 'Neither' : 'None')
export const many = (n: number, one: string, more: string) => (n === 1 ? one : more)
export const ratings = (n: string) => `${n} ${many(Number(n), 'rating', 'ratings')}`

export const listed = (parts: readonly string[]) =>
  plain(
    series(
      parts.map((part) => [part]),
      'and',
    ),
  )
