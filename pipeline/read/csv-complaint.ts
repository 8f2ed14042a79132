/** What is wrong with a csv file, in our words. */

/** The error that a query raises of a quote behind blanks. */
export const ledQuote = 'a blank before the quote'

export const otherLength = (found: unknown, columns: unknown) => ({
  value: `${found} values instead of ${columns}`,
  hint: 'put quotes around values that hold the delimiter, or mend the line',
})

/** What the reader of csv complains of, in our words. */
export function complaint(message: string): { value?: string; hint: string } {
  if (message.endsWith(ledQuote))
    return {
      value: 'blanks before the quote (") that opens a value',
      hint: 'take them out: a quoted value starts with its quote',
    }
  if (/unterminated quote/i.test(message))
    return {
      value: 'a quote (") that is not closed where its value ends',
      hint: 'close it; a quote inside a quoted value is written twice: "Bob ""B"" Ltd"',
    }
  if (/utf-8|unicode/i.test(message))
    return {
      value: 'not UTF-8',
      hint: 'name its encoding in csv.encoding of the wave, for example windows-1252',
    }
  const [, columns, found] = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message) ?? []
  if (found !== undefined) return otherLength(found, columns)
  return {
    hint: 'mend the line, or describe the file in csv of the wave; line ends may be mixed, or a value larger than 2 MB',
  }
}
