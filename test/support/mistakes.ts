import { loadStudy } from '../../pipeline/contract/load.ts'
import { type Mistake, UserError } from '../../pipeline/errors.ts'

function refusal(files: Readonly<Record<string, string | undefined>>): UserError | undefined {
  try {
    loadStudy((name) => files[name])
    return undefined
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

/** What is wrong with the contract and the registers of a study. */
export const mistakesIn = (files: Readonly<Record<string, string | undefined>>): readonly Mistake[] =>
  refusal(files)?.mistakes ?? []

/** The same, a line each, as the program says it. */
export const toldOf = (files: Readonly<Record<string, string | undefined>>): string[] =>
  refusal(files)?.message.split('\n') ?? []
