/** What a person is asked, whoever puts the questions: each with the guess as its default. */
import type { MissingKind } from '../contract/study.ts'
import { given } from '../contract/words.ts'
import type { Draft, Guess } from './draft.ts'
import { candidatesIn } from './items.ts'
import { holds, type Read } from './known.ts'
import type { Opened } from './open.ts'
import { propose } from './propose.ts'
import type { Choice } from './read.ts'
import { companyColumns, respondentColumns } from './role-columns.ts'

export interface Option {
  value: string
  label: string
  hint?: string
}

/** Puts one question to a person and gives the answer; a person who breaks off ends the program with nothing written. */
export interface Ask {
  text(question: string, initial: string): Promise<string>
  one(question: string, options: readonly Option[], initial: string): Promise<string>
  some(question: string, options: readonly Option[], initial: readonly string[]): Promise<string[]>
}

const later = 'later'

/** Which columns say who answers, who is rated, and what was asked. Reads again what a person sees otherwise. */
export async function askRoles(
  ask: Ask,
  waves: readonly Opened[],
  read: (choices?: readonly Choice[]) => Promise<Read[]>,
): Promise<Read[]> {
  const guessed = await read()
  const chosen: { respondent: string; company: string }[] = []
  for (const [k, opened] of waves.entries()) {
    const { id } = opened
    if (id.todo === true)
      opened.id = { value: await ask.text(`Which wave is ${opened.files.join(', ')}?`, id.value) }
    const wave = opened.id.value
    const pick = async (
      role: 'respondent' | 'company',
      question: string,
      likely: readonly { name: string }[],
    ) => {
      const guess = guessed[k]?.roles[role] ?? { value: '' }
      const before = chosen.at(-1)?.[role]
      if (before !== undefined && guess.todo !== true && before === guess.value) return before
      const first = likely.map(({ name }) => name)
      const names = [...new Set([guess.value, ...first, ...opened.columns.map(({ name }) => name)])]
      const options = names.flatMap((name): Option[] => {
        const column = opened.columns.find((one) => one.name === name)
        return column === undefined ? [] : [{ value: name, label: name, hint: holds(column, opened.rows) }]
      })
      return ask.one(`Wave ${wave}: ${question}`, options, guess.value || (names[0] ?? ''))
    }
    chosen.push({
      respondent: await pick('respondent', 'which column says who answers?', respondentColumns(opened)),
      company: await pick('company', 'which column names the company?', companyColumns(opened)),
    })
  }
  const again = await read(chosen)
  const choices: Choice[] = []
  for (const [k, { opened, roles, questions }] of again.entries()) {
    const taken = new Set([
      roles.respondent.value,
      roles.company.value,
      ...[...roles.others.values()].map(({ value }) => value),
    ])
    const options = candidatesIn(opened, taken).map(
      ({ column }): Option => ({
        value: column.name,
        label: column.text ?? column.name,
        hint: holds(column, opened.rows),
      }),
    )
    const names = questions.map(({ column }) => column.name)
    const items =
      options.length === 0
        ? []
        : await ask.some(`Wave ${opened.id.value}: which columns are questions on a scale?`, options, names)
    choices.push({ ...chosen[k], items: new Set(items) })
  }
  return read(choices)
}

const kinds: Readonly<Record<MissingKind, string>> = {
  dont_know: 'did not know',
  refused: 'would not answer',
  not_asked: 'was not asked, or left blank',
  not_applicable: 'did not apply',
}

const isKind = (value: string): value is MissingKind => Object.hasOwn(kinds, value)

async function askCodes(ask: Ask, draft: Draft): Promise<Draft['items']> {
  const answers = new Map<string, Guess<MissingKind>>()
  const items = []
  for (const item of draft.items) {
    const missing = new Map<string, Guess<MissingKind>>()
    for (const [code, guess] of item.missing) {
      const key = JSON.stringify([item.scale.max.value, code])
      if (guess.todo === true && !answers.has(key)) {
        const options = [
          ...Object.entries(kinds).map(([value, label]) => ({ value, label })),
          { value: later, label: 'decide later (TODO)' },
        ]
        const about = `${code} beside the scale ${item.scale.min.value}-${item.scale.max.value}${guess.why === undefined ? '' : ` (${guess.why})`}`
        const answer = await ask.one(`What does it mean: ${about}`, options, guess.value)
        answers.set(key, isKind(answer) ? { value: answer } : guess)
      }
      missing.set(code, answers.get(key) ?? guess)
    }
    items.push({ ...item, missing })
  }
  return items
}

async function askMatches(ask: Ask, draft: Draft): Promise<Draft['waves']> {
  const waves = []
  for (const wave of draft.waves) {
    const open = [...wave.items].filter(([, column]) => column.todo === true)
    if (open.length === 0) {
      waves.push(wave)
      continue
    }
    const options = open.map(
      ([item, { value, why }]): Option => ({
        value: item,
        label: `${item} is ${value}`,
        ...given({ hint: why }),
      }),
    )
    const kept = await ask.some(
      `Wave ${wave.id.value}: which of these are the same question? (the others stay TODO)`,
      options,
      [],
    )
    const items = new Map(
      [...wave.items].map(([item, column]) => [item, kept.includes(item) ? { value: column.value } : column]),
    )
    waves.push({ ...wave, items })
  }
  return waves
}

/** Proposes a study and asks for what no file says. */
export async function askDraft(ask: Ask, id: string, reads: readonly Read[]): Promise<Draft> {
  const draft = propose(id, reads)
  const text = async (question: string, guess: Guess<string>, shown = ''): Promise<Guess<string>> => {
    const answer = (await ask.text(question, shown)).trim()
    return answer === '' ? guess : { value: answer }
  }
  return {
    ...draft,
    title: await text('What is the study called? (empty: later)', draft.title),
    publisher: await text('Who publishes it? (empty: later)', draft.publisher),
    licence: await text('Under which licence?', draft.licence, draft.licence.value),
    items: await askCodes(ask, draft),
    waves: await askMatches(ask, draft),
  }
}
