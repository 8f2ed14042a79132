/** Numbers and lists in bokmål. */
import { plain, series } from '../sentence.ts'

const small = ['ingen', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv']
export const number = (n: number) => small[n] ?? String(n)
export const neuter = (n: number) => (n === 1 ? 'ett' : number(n))
export const large = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase())
export const many = (n: number, one: string, more: string) => (n === 1 ? one : more)
export const ratings = (n: string) => `${n} ${many(Number(n), 'vurdering', 'vurderinger')}`
export const comparisons = (n: number) => `${number(n)} ${many(n, 'sammenligning', 'sammenligninger')}`

export const listed = (parts: readonly string[]) =>
  plain(
    series(
      parts.map((part) => [part]),
      'og',
    ),
  )

/** «at a», «at a, og at b», «at a, at b, og at c» */
export const clauses = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, og ${parts.at(-1)}`
