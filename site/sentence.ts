/**
 * A sentence with names in it: kept as pieces, so that a page can isolate and link each name
 * and a title can print the same words as plain text.
 */
export interface Name {
  readonly name: string
  readonly href?: string | undefined
}

type Piece = string | Name
export type Sentence = readonly Piece[]
type Value = string | number | Name | Sentence

const isSentence = (value: Value): value is Sentence => Array.isArray(value)

function pieces(value: Value): Sentence {
  if (isSentence(value)) return value
  return [typeof value === 'number' ? String(value) : value]
}

/** Template tag: say`${company} leads alone`. */
export function say(strings: TemplateStringsArray, ...values: Value[]): Sentence {
  return strings.flatMap((text, i) => {
    const value = values[i]
    return value === undefined ? [text] : [text, ...pieces(value)]
  })
}

/** A text of unknown direction and content, to be isolated where it is printed. */
export const named = (name: string, href?: string): Name => ({ name, href })

/** A, B and C */
export function series(names: readonly (Name | Sentence)[], and: string): Sentence {
  return names.flatMap((name, i) => {
    const before = i === 0 ? [] : [i === names.length - 1 ? ` ${and} ` : ', ']
    return [...before, ...pieces(name)]
  })
}

/** The sentence as text; names are wrapped in Unicode isolates where their direction could disturb the rest. */
export function plain(sentence: Sentence): string {
  return sentence.map((piece) => (typeof piece === 'string' ? piece : isolate(piece.name))).join('')
}

const isolate = (name: string) =>
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e]/.test(name) ? `\u2068${name}\u2069` : name
