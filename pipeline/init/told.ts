/** What init says when it is done. */
import { type Draft, many } from './draft.ts'

/** What was guessed, in a few lines. */
export function told({ waves, items, indices, companies, segments }: Draft): string[] {
  return [
    ...waves.map(({ id, files, columns }) => {
      const role = (name: string) => columns.get(name)?.value ?? ''
      return `wave ${id.value}: ${files.join(', ')}; respondent ${role('respondent') || '?'}, company ${role('company') || '?'}${role('weight') === '' ? '' : `, weight ${role('weight')}`}`
    }),
    `${many(items.length, 'item')}: ${items
      .map(({ id }) => id)
      .slice(0, 12)
      .join(', ')}${items.length > 12 ? ', …' : ''}`,
    `${many(indices.length, 'index', 'indices')}: ${indices.map(({ id }) => id).join(', ')}`,
    `${many(companies.length, 'company', 'companies')}${segments.length === 0 ? '' : `; segments ${segments.map(({ id }) => id).join(', ')}`}`,
  ]
}
