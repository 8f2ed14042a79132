/** Whether the batches of an Arrow file can be taken apart, tried where a damaged file can do no harm. */
import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

const library = createRequire(import.meta.url).resolve('apache-arrow')

const trial = `
const { readFileSync } = require('node:fs')
const { workerData } = require('node:worker_threads')
const { RecordBatchReader } = require(workerData.library)
const reader = RecordBatchReader.from(readFileSync(workerData.path)).open()
for (const batch of reader) if (batch.numRows > 8 * workerData.size) throw new Error('more rows than the file can hold')
`

/**
 * Reads all batches in a thread of its own, with little memory and a time that grows with the file: damaged lengths can
 * keep the library busy for ever. Throws what is wrong with the file.
 */
export function tryArrow(path: string): Promise<void> {
  const { size } = statSync(path)
  return new Promise((resolve, reject) => {
    const worker = new Worker(trial, {
      eval: true,
      workerData: { library, path, size },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      stdout: true,
      stderr: true,
    })
    const late = setTimeout(
      () => {
        reject(new Error('its lengths lead nowhere'))
        void worker.terminate()
      },
      10_000 + size / 100_000,
    )
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
  })
}
