/** Widths of text where nothing can measure it: an estimate on the safe side, in pixels. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const narrow = /^[ijlrtfI.,:;'|!()[\] ]$/
const broad = /^[MWmw@%ÆŒ&]$/

function letterWidth(letter: string): number {
  if (narrow.test(letter)) return 0.33
  if (broad.test(letter)) return 0.87
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x1100) return 1.15
  return /\p{Lu}/u.test(letter) ? 0.63 : 0.54
}

const letters = (text: string) => [...graphemes.segment(text)].map((part) => part.segment)

/** Estimated width of the text at a font size. */
export const widthOf = (text: string, size: number): number =>
  letters(text).reduce((sum, letter) => sum + letterWidth(letter) * size, 0)

/** The text, cut with … to fit a width. */
export function shortened(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text
  let used = size
  let kept = ''
  for (const letter of letters(text)) {
    used += letterWidth(letter) * size
    if (used > width) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

/** Places as near to `at` as can be, in any order, so that no two of those sizes overlap. */
export function apart(wished: readonly { at: number; size: number }[]): number[] {
  const order = wished.map((_, k) => k).sort((a, b) => (wished[a]?.at ?? 0) - (wished[b]?.at ?? 0))
  const groups: { ks: number[]; size: number; middle: number }[] = []
  for (const k of order) {
    const { at = 0, size = 0 } = wished[k] ?? {}
    let group = { ks: [k], size, middle: at }
    for (let above = groups.at(-1); above !== undefined; above = groups.at(-1)) {
      if (above.middle + above.size / 2 <= group.middle - group.size / 2) break
      groups.pop()
      const ks = [...above.ks, ...group.ks]
      const middle = (above.middle * above.ks.length + group.middle * group.ks.length) / ks.length
      group = { ks, size: above.size + group.size, middle }
    }
    groups.push(group)
  }
  const places = wished.map(({ at }) => at)
  for (const { ks, size, middle } of groups) {
    let top = middle - size / 2
    for (const k of ks) {
      const own = wished[k]?.size ?? 0
      places[k] = top + own / 2
      top += own
    }
  }
  return places
}
