/** What a YAML reader complains of, in plain words. */
import type { YAMLError } from 'yaml'

interface Plain {
  what: string
  hint: string
}

const byCode: Partial<Record<string, Plain>> = {
  TAB_AS_INDENT: { what: 'a tab as indentation', hint: 'indent with spaces' },
  MULTIPLE_DOCS: { what: 'more than one document', hint: 'remove the line with ---' },
  NON_STRING_KEY: { what: 'a key that is not plain text', hint: 'put quotes around it' },
  TAG_RESOLVE_FAILED: { what: 'a text that starts with !', hint: 'put quotes around it' },
  BAD_SCALAR_START: { what: 'a text that starts with a sign of YAML', hint: 'put quotes around it' },
  BLOCK_AS_IMPLICIT_KEY: {
    what: 'a second colon in one value',
    hint: 'put quotes around a text that holds a colon, or check the indentation',
  },
}

const byMessage: readonly [RegExp, Plain][] = [
  [/^Missing closing/, { what: 'a quote is opened and not closed', hint: 'close it, or take it out' }],
  [
    /end with a [\]}]$/,
    { what: 'a bracket is opened and not closed', hint: 'close it there or on a line before' },
  ],
  [
    /must start at the same column/,
    { what: 'a key that does not stand below its neighbours', hint: 'indent all of them by as many spaces' },
  ],
  [
    /^Implicit map keys/,
    { what: 'a line without a key', hint: 'write key: value, or put quotes around the text it belongs to' },
  ],
  [
    /^Unexpected/,
    {
      what: 'something that belongs to nothing',
      hint: 'check indentation, quotes and brackets there and on the line before',
    },
  ],
]

/** What is wrong and what to do; in the words of the reader where it is rare. */
export function plainly({ code, message }: YAMLError): Plain {
  return (
    byCode[code] ??
    byMessage.find(([pattern]) => pattern.test(message))?.[1] ?? {
      what: message.replace(/\s+/g, ' '),
      hint: 'check indentation, quotes and brackets there and on the line before',
    }
  )
}
