/** JSON read by its grammar (RFC 8259), independent of the program: numbers stay as they are written. */

/** A number as it is written. */
export class Written {
  constructor(readonly text: string) {}
}

export type Json = string | boolean | null | Written | Json[] | Map<string, Json>

const blank = /[ \t\n\r]*/y
const string = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const words: readonly [string, boolean | null][] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

/** All values of a text, one after the other, with nothing but blanks between them. Throws a SyntaxError. */
export function jsonValues(text: string): Json[] {
  let at = 0
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) at += found.length
    return found
  }
  const fail = (): never => {
    throw new SyntaxError(`not JSON at ${at}`)
  }
  const take = (mark: string): boolean => {
    match(blank)
    if (text[at] !== mark) return false
    at++
    return true
  }
  const list = (end: string, one: () => void): void => {
    if (take(end)) return
    do one()
    while (take(','))
    if (!take(end)) fail()
  }
  const value = (): Json => {
    if (take('{')) {
      const map = new Map<string, Json>()
      list('}', () => {
        match(blank)
        const key: string = JSON.parse(match(string) ?? fail())
        if (map.has(key)) throw new SyntaxError(`${key} stands twice`)
        if (!take(':')) fail()
        map.set(key, value())
      })
      return map
    }
    if (take('[')) {
      const all: Json[] = []
      list(']', () => all.push(value()))
      return all
    }
    const quoted = match(string)
    if (quoted !== undefined) return JSON.parse(quoted)
    for (const [word, meaning] of words)
      if (text.startsWith(word, at)) {
        at += word.length
        return meaning
      }
    return new Written(match(number) || fail())
  }
  const all: Json[] = []
  for (match(blank); at < text.length; match(blank)) all.push(value())
  return all
}
