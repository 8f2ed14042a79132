/** Text files as delivered → plain UTF-8 with one kind of line end, in a temporary file where that takes a change. */
import { isUtf8 } from 'node:buffer'
import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import iconv from 'iconv-lite'
import { located, UserError } from '../errors.ts'
import type { RawFile } from './reader.ts'

/** A packed file may unfold to this many times its size, or to this many bytes, whichever is more. */
const unpackingBound = { times: 200, bytes: 1 << 28 }

const [lf, cr] = [10, 13]

/** The bytes of a file, chunk by chunk; a chunk is overwritten by the next. */
export function* chunks(path: string, most = 1 << 18): Generator<Buffer> {
  const descriptor = openSync(path, 'r')
  const bytes = Buffer.allocUnsafe(most)
  try {
    for (let size = readSync(descriptor, bytes); size > 0; size = readSync(descriptor, bytes))
      yield bytes.subarray(0, size)
  } finally {
    closeSync(descriptor)
  }
}

/** UTF-16 by its byte order mark, or by the zero bytes that plain letters have in it. */
function wideEncoding(head: Buffer): string | undefined {
  const mark = head.toString('hex', 0, 2)
  if (mark === 'fffe') return 'utf-16le'
  if (mark === 'feff') return 'utf-16be'
  const zeros = [0, 0]
  const pairs = Math.min(head.length >> 1, 512)
  for (let k = 0; k < 2 * pairs; k++) if (head[k] === 0) zeros[k % 2] = (zeros[k % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (pairs > 1 && odd > 0.6 * pairs && even < 0.1 * pairs) return 'utf-16le'
  return pairs > 1 && even > 0.6 * pairs && odd < 0.1 * pairs ? 'utf-16be' : undefined
}

/** Bytes at the end of a chunk that begin a UTF-8 character which the next chunk ends. */
function cutOff(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

/** What the bytes of a text file show: whether they are UTF-8 or UTF-16, and whether its lines end in more than one way. */
function survey(path: string) {
  let wide: string | undefined
  let utf8 = true
  let first = true
  let marked = false
  let rest = Buffer.alloc(0)
  let lastByte = -1
  const ends = { crlf: false, lf: false, cr: false }
  for (const chunk of chunks(path)) {
    if (first) {
      wide = wideEncoding(chunk)
      marked = chunk.toString('hex', 0, 3) === 'efbbbf'
    }
    first = false
    if (wide !== undefined) break
    if (utf8) {
      const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const whole = joined.length - cutOff(joined)
      utf8 = isUtf8(joined.subarray(0, whole))
      rest = Buffer.from(joined.subarray(whole))
    }
    if (lastByte === cr && chunk[0] !== lf) ends.cr = true
    for (let at = chunk.indexOf(cr); at >= 0; at = chunk.indexOf(cr, at + 1))
      if (at + 1 < chunk.length) ends[chunk[at + 1] === lf ? 'crlf' : 'cr'] = true
    if (!ends.lf) {
      let at = chunk.indexOf(lf)
      while (at >= 0 && (at === 0 ? lastByte : chunk[at - 1]) === cr) {
        ends.crlf = true
        at = chunk.indexOf(lf, at + 1)
      }
      ends.lf = at >= 0
    }
    lastByte = chunk[chunk.length - 1] ?? -1
  }
  if (lastByte === cr) ends.cr = true
  return {
    wide,
    marked,
    utf8: utf8 && rest.length === 0,
    mixed: Object.values(ends).filter(Boolean).length > 1,
  }
}

const unpacking: Partial<Record<string, string>> = {
  'unexpected end of file': 'the file is cut off',
  'incorrect header check': 'the file is not packed',
}

type Bytes = AsyncIterable<Buffer>

async function* bounded(source: Bytes, file: RawFile): AsyncGenerator<Buffer> {
  const limit = Math.max(unpackingBound.bytes, unpackingBound.times * statSync(file.path).size)
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > limit)
      throw new UserError({
        what: 'the packed file unfolds without end',
        value: `more than ${limit >> 20} MB`,
        where: file.name,
        hint: `at most ${unpackingBound.times} times its size is read: deliver it unpacked`,
      })
    yield chunk
  }
}

const notUnpacked = (file: RawFile, value: string): UserError =>
  new UserError({
    what: 'cannot be unpacked',
    value,
    ...located({ file: file.name }),
    hint: 'a file whose name ends in .gz is packed by gzip: deliver it again',
  })

async function unpack(file: RawFile, target: string): Promise<void> {
  const gunzip = createGunzip()
  await pipeline(
    createReadStream(file.path),
    gunzip,
    (source: Bytes) => bounded(source, file),
    createWriteStream(target),
  ).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (error instanceof Error && code.startsWith('Z_'))
      throw notUnpacked(file, unpacking[error.message] ?? 'damaged')
    if (code !== 'ABORT_ERR' && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
  // The library ends at the first zero byte behind a packed part, whatever follows.
  if (gunzip.bytesWritten < statSync(file.path).size) throw notUnpacked(file, 'something follows its end')
}

/** What a decoder makes of bytes that mean nothing: U+FFFD, or half of a pair. */
const meaningless = /[\ufffd\p{Surrogate}]/u
const isHighSurrogate = (text: string): boolean => /[\ud800-\udbff]$/.test(text)

async function* decoded(source: Bytes, file: RawFile, encoding: string): AsyncGenerator<Buffer> {
  const decoder = iconv.getDecoder(encoding)
  let held = ''
  const read = (text: string): Buffer => {
    if (meaningless.test(text))
      throw new UserError({
        what: `the file is not ${encoding}`,
        where: file.name,
        hint: 'some bytes mean nothing in it: name the right one in csv.encoding of the wave',
      })
    return Buffer.from(text)
  }
  for await (const chunk of source) {
    const text = held + decoder.write(chunk)
    held = isHighSurrogate(text) ? text.slice(-1) : ''
    yield read(text.slice(0, text.length - held.length))
  }
  yield read(held + (decoder.end() ?? ''))
}

async function* withLineFeeds(source: Bytes): AsyncGenerator<Buffer> {
  let open = false
  for await (const chunk of source) {
    const bytes = Buffer.allocUnsafe(chunk.length + 1)
    let size = 0
    for (const byte of chunk) {
      if (open && byte !== lf) bytes[size++] = lf
      open = byte === cr
      if (!open) bytes[size++] = byte
    }
    yield bytes.subarray(0, size)
  }
  if (open) yield Buffer.from([lf])
}

/** Windows-1252 where the bytes can be that and are not UTF-8 with a damaged place. */
function guessed(file: RawFile): string {
  const decoder = new TextDecoder('utf-8')
  let [damaged, sound] = [0, 0]
  for (const chunk of chunks(file.path)) {
    const text = decoder.decode(chunk, { stream: true })
    for (const [letter] of text.matchAll(/[^\0-\x7f]/gu)) letter === '\ufffd' ? damaged++ : sound++
  }
  if (sound > damaged)
    throw new UserError({
      what: 'the file is UTF-8 with damaged characters',
      value: `${damaged} of ${damaged + sound}`,
      where: file.name,
      hint: 'deliver it again, or name its encoding in csv.encoding of the wave',
    })
  return 'windows-1252'
}

/** True for the names of encodings that are read. */
export const isEncoding = (name: string): boolean => iconv.encodingExists(name)

const isJson = (name: string): boolean => /\.json$/i.test(name)
const isPacked = (name: string): boolean => /\.gz$/i.test(name)

/** True for the files that are text; `plainText` makes them ready. */
export const isText = (name: string): boolean => /\.(csv|csv\.gz|json)$/i.test(name)

/**
 * The file as plain UTF-8 with one kind of line end: itself, or a copy at `target`. What it is packed in, its encoding and
 * its line ends are found out unless the contract names the encoding; `say` tells what was guessed.
 */
export async function plainText(
  file: RawFile,
  target: string,
  say: (line: string) => void,
): Promise<RawFile> {
  const named = file.csv.encoding
  let plain = file
  if (isPacked(file.name)) {
    plain = { ...file, path: `${target}.unpacked` }
    await unpack(file, plain.path)
  }
  const { wide, utf8, mixed, marked } = survey(plain.path)
  const encoding = named ?? wide ?? (utf8 ? 'utf-8' : guessed(plain))
  if (named === undefined && encoding === 'windows-1252')
    say(`${file.name} is not UTF-8: read as windows-1252 (csv.encoding of the wave names another)`)
  // DuckDB passes over the byte order mark of a csv file, but not over that of a JSON file.
  const isPlain = /^utf-?8$/i.test(encoding) && !(isJson(file.name) && marked)
  if (isPlain && !mixed) return plain
  const read = createReadStream(plain.path)
  const utf = isPlain ? read : decoded(read, file, encoding)
  await pipeline(withLineFeeds(utf), createWriteStream(target))
  return { ...plain, path: target }
}
