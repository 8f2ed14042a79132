/** What a study asks for that no station reads or computes yet: said aloud, never passed over in silence. */
import type { Contract } from './schema.ts'
import type { Unreadable } from './study.ts'
import type { Path } from './yaml-tree.ts'

/** The endings of the files that are read. */
export const readEndings = ['.csv', '.csv.gz', '.parquet', '.arrow', '.json'] as const

/** True for a file whose format is read. */
export const isRead = (file: string): boolean =>
  readEndings.some((ending) => file.toLowerCase().endsWith(ending))

/** Parts without which the answers cannot be read as the contract says. */
export function notYetReadable({ waves }: Contract, where: (path: Path) => string): Unreadable[] {
  const found: Unreadable[] = []
  for (const [wave, { file }] of Object.entries(waves)) {
    for (const [i, name] of [file].flat().entries())
      if (!isRead(name))
        found.push({
          what: 'files of this format cannot be read yet',
          value: name,
          where: where(['waves', wave, 'file', i]),
          hint: `save it as one of ${readEndings.join(', ')} for now`,
          wave,
        })
  }
  return found
}

/** One line for each part whose station does not exist yet. `has` tells which files the folder holds. */
export function notYetComputed(contract: Contract, has: (name: string) => boolean): string[] {
  const lines: string[] = []
  const say = (part: string, names: readonly string[], instead = 'not yet computed'): void => {
    lines.push(`${part}${names.length === 0 ? '' : ` (${names.join(', ')})`}: ${instead}`)
  }
  const { model, beliefs } = contract
  for (const [id, { method }] of Object.entries(contract.indices))
    if (method === 'pls')
      say(`indices.${id}.method`, ['pls'], 'not yet computed; the index is computed as a mean')
  if (model !== undefined) say('model', 'constructs' in model ? Object.keys(model.constructs) : [model.name])
  if (has('beliefs.csv') && beliefs?.file !== 'beliefs.csv')
    say('beliefs.csv', [], 'not read: no beliefs in study.yaml name it')
  if (has('replies/')) say('replies/', [], 'not yet read; replies are not printed')
  return lines
}
