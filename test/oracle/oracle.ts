import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'

/** One folder of oracle cases: its files, read; a large one may be packed as `<file>.gz`. */
export const oracle = (topic: string) => {
  const text = (file: string) => {
    const plain = new URL(`./${topic}/${file}`, import.meta.url)
    return existsSync(plain)
      ? readFileSync(plain, 'utf8')
      : gunzipSync(readFileSync(new URL(`${plain.href}.gz`))).toString('utf8')
  }
  return { text, rows: (file: string) => parse(text(file), { columns: true }) as Record<string, string>[] }
}

/** Relative difference within `tolerance`. */
export function expectClose(
  actual: number | null | undefined,
  expected: number,
  what: string,
  tolerance = 1e-9,
): void {
  const scale = Math.max(Math.abs(expected), 1e-300)
  const off =
    actual === null || actual === undefined ? Number.POSITIVE_INFINITY : Math.abs(actual - expected) / scale
  expect(off, `${what}: ${actual} against ${expected}`).toBeLessThanOrEqual(tolerance)
}
