/** A notebook as a text: blocks of code, each with what it shows standing below it. */

export interface Block {
  language: 'sql' | 'ts'
  code: string
}

const pattern = /^```(sql|ts)\n([\s\S]*?)^```\n(?:\n<!-- out -->\n[\s\S]*?^<!-- \/out -->\n)?/gm

/** The blocks of a notebook in their order. */
export const blocksOf = (text: string): Block[] =>
  [...text.matchAll(pattern)].map(([, language, code = '']) => ({
    language: language === 'sql' ? 'sql' : 'ts',
    code,
  }))

/** The notebook with other results: one text of Markdown per block, empty where it shows nothing. */
export function withResults(text: string, results: readonly string[]): string {
  let k = 0
  return text.replace(pattern, (_, language: string, code: string) => {
    const shown = results[k++] ?? ''
    const below = shown === '' ? '' : `\n<!-- out -->\n\n${shown}\n\n<!-- /out -->\n`
    return `\`\`\`${language}\n${code}\`\`\`\n${below}`
  })
}
