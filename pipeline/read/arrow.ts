import { type FileHandle, open } from 'node:fs/promises'
import {
  type AsyncRecordBatchFileReader,
  type AsyncRecordBatchStreamReader,
  DataType,
  RecordBatchReader,
} from 'apache-arrow'
import type { Batch, StoredType, Value } from '../db.ts'
import { UserError } from '../errors.ts'
import { tryArrow } from './arrow-whole.ts'
import { trimmed } from './columns.ts'
import type { ColumnKind, RawFile, Reader } from './reader.ts'

type Opened = AsyncRecordBatchFileReader | AsyncRecordBatchStreamReader

/** How a column is kept; undefined: a type that no answer has. */
function keptAs(type: DataType): { kind: ColumnKind; type: StoredType } | undefined {
  if (DataType.isDictionary(type)) return keptAs(type.dictionary)
  if (DataType.isInt(type)) return { kind: 'integer', type: type.isSigned ? 'bigint' : 'ubigint' }
  if (DataType.isFloat(type)) return { kind: 'number', type: 'number' }
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isBool(type) || DataType.isNull(type))
    return { kind: 'text', type: 'string' }
  return undefined
}

function stored(value: unknown, type: StoredType): Value {
  if (value === null) return null
  if (value === undefined) throw new Error('values are missing')
  if (type === 'string') return String(value)
  if (type === 'bigint' || type === 'ubigint') return BigInt(value as number | bigint)
  return Number(value)
}

function unreadable(error: unknown, file: RawFile): UserError {
  if (error instanceof UserError) return error
  const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
  return new UserError({
    what: 'cannot be read as Arrow',
    value: why,
    where: file.name,
    hint: 'is the file whole, and written without compression of its buffers?',
  })
}

const endOfStream = 'ffffffff00000000'
const magic = 'ARROW1'

/** A stream that was cut off between two batches looks whole but for its end mark. */
async function checkEnd(handle: FileHandle): Promise<void> {
  const { size } = await handle.stat()
  const bytes = Buffer.alloc(8)
  await handle.read(bytes, 0, 8, 0)
  if (bytes.toString('latin1').startsWith(magic)) return
  await handle.read(bytes, 0, 8, Math.max(0, size - 8))
  if (bytes.toString('hex') !== endOfStream) throw new Error('the end of the stream is missing')
}

/** Opens the file, works with it and closes it. */
async function reading<T>(file: RawFile, work: (reader: Opened) => Promise<T>): Promise<T> {
  const handle = await open(file.path)
  try {
    await checkEnd(handle)
    await tryArrow(file.path)
    const reader = await RecordBatchReader.from(handle)
    await reader.open()
    return await work(reader)
  } catch (error) {
    throw unreadable(error, file)
  } finally {
    await handle.close()
  }
}

const fieldsOf = ({ schema }: Opened) =>
  schema.fields.map(({ name, type }) => ({ name: `${name}`, kept: keptAs(type) }))

/** Arrow, as a file or as a stream: the types of the file are kept. */
export const arrow: Reader = {
  endings: ['.arrow'],
  header: (_db, file) =>
    reading(file, async (reader) => {
      const fields = fieldsOf(reader)
      return { names: fields.map(({ name }) => name), kinds: fields.map(({ kept }) => kept?.kind ?? 'text') }
    }),
  load: async (db, file, header, positions, relation) => {
    await reading(file, async (reader) => {
      const fields = fieldsOf(reader)
      const columns = positions.map((position, k) => {
        const type = fields[position]?.kept?.type
        if (type === undefined)
          throw new UserError({
            what: 'a column of a type that holds no answers',
            value: `${fields[position]?.name}: ${reader.schema.fields[position]?.type}`,
            where: file.name,
            hint: 'write it as whole numbers, decimal numbers or text',
          })
        return { name: `c${k}`, type }
      })
      async function* batches(): AsyncGenerator<Batch> {
        for await (const batch of reader) {
          const vectors = positions.map((position) => batch.getChildAt(position))
          yield {
            rows: batch.numRows,
            value: (k, row) => stored(vectors[k]?.get(row), columns[k]?.type ?? 'string'),
          }
        }
      }
      await db.fillFrom(`${relation}_file`, columns, batches())
    })
    const chosen = positions.map((position, k) =>
      header.kinds[position] === 'text' ? `${trimmed(`c${k}`)} as c${k}` : `c${k}`,
    )
    await db.run(
      `create or replace temp view ${relation} as select rowid as row, ${chosen.join(', ')} from ${relation}_file`,
    )
  },
  place: (file, _header, row) => ({ file: file.name, row: row + 1 }),
}
