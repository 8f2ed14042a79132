/** Questions on a terminal. */
import { isCancel, multiselect, select, text } from '@clack/prompts'
import { UserError } from '../errors.ts'
import type { Ask } from './ask.ts'

const most = 12

function answered<T>(answer: T | symbol): T {
  if (isCancel(answer)) throw new UserError({ what: 'cancelled', hint: 'nothing was written' })
  return answer as T
}

const plainOption = ({ value, label, hint }: { value: string; label: string; hint?: string }) => ({
  value,
  label: label.replace(/\p{Cc}/gu, ' '),
  ...(hint === undefined ? {} : { hint: hint.slice(0, 80) }),
})

/** Asks the person at the terminal; every question has its default. `pause` takes a progress line away first. */
export const terminalAsk = (pause: () => void): Ask => ({
  text: async (message, initialValue) => {
    pause()
    return answered<string | undefined>(await text({ message, initialValue })) ?? ''
  },
  one: async (message, options, initialValue) => {
    pause()
    const shown = { message, options: options.map(plainOption), initialValue, maxItems: most }
    return answered<string>(await select<string>(shown))
  },
  some: async (message, options, initialValues) => {
    pause()
    const shown = { message, options: options.map(plainOption), required: false, maxItems: most }
    return answered<string[]>(await multiselect<string>({ ...shown, initialValues: [...initialValues] }))
  },
})
