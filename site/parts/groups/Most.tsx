import type { Page } from '../../book.ts'

/** More rows of a table than this are in the file only. */
export const most = 40

/** Says so where there are more. */
export const Most = ({ page, all, shown = most }: { page: Page; all: number; shown?: number }) =>
  all > shown ? page.words.groupsMost(shown, all) : null
