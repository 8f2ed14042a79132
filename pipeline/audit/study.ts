import type { PublicStudy } from '../publication.ts'

/** What of a study the auditor knows. */
export type KnownStudy = Pick<
  PublicStudy,
  | 'minimum_shown'
  | 'minimum_segment_n'
  | 'aggregate'
  | 'items'
  | 'net_promoter'
  | 'combined'
  | 'need_met'
  | 'companies'
>
