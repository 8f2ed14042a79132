/** Where two readings may differ without either being wrong. */
import type { Study } from '../../pipeline/contract/study.ts'
import type { UserError } from '../../pipeline/errors.ts'

export const accepted = {
  readByUs: (_why: string, _study: Study, _folder: string): boolean => false,
  refusedByUs: (_error: UserError, _study: Study, _folder: string): boolean => false,
}
