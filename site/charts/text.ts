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
