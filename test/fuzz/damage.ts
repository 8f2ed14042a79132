/** Damage to bytes, whatever they mean. */
import type { Draw } from './draw.ts'

/** What is done to a file, and its name for reports. */
interface Damage {
  name: string
  act(bytes: Buffer, draw: Draw, tokens: readonly string[]): Buffer
}

const splice = (bytes: Buffer, at: number, gone: number, put: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)])

/** A place in the file; the beginning and the end, where formats keep what they say about themselves, come up more often. */
function place(bytes: Buffer, draw: Draw): number {
  const from = draw.below(4)
  if (from === 0) return Math.min(bytes.length, draw.below(64))
  if (from === 1) return Math.max(0, bytes.length - 1 - draw.below(draw.chance(0.5) ? 16 : 1200))
  return draw.below(bytes.length)
}

const length = (draw: Draw): number => 1 + draw.below(draw.pick([2, 8, 64, 512]))

const damages: readonly Damage[] = [
  {
    name: 'flip a bit',
    act: (bytes, draw) => {
      const copy = Buffer.from(bytes)
      const at = place(bytes, draw)
      copy[at] = (copy[at] ?? 0) ^ (1 << draw.below(8))
      return copy
    },
  },
  {
    name: 'another byte',
    act: (bytes, draw) =>
      splice(
        bytes,
        place(bytes, draw),
        1,
        Buffer.of(draw.pick([0, 1, 9, 10, 13, 34, 0x7f, 0x80, 0xff, draw.below(256)])),
      ),
  },
  {
    name: 'insert bytes',
    act: (bytes, draw) => splice(bytes, place(bytes, draw), 0, draw.bytes(length(draw))),
  },
  {
    name: 'take bytes out',
    act: (bytes, draw) => splice(bytes, place(bytes, draw), length(draw), Buffer.of()),
  },
  {
    name: 'write over bytes',
    act: (bytes, draw) => {
      const put = draw.bytes(length(draw))
      return splice(bytes, place(bytes, draw), put.length, put)
    },
  },
  {
    name: 'write zeros',
    act: (bytes, draw) => {
      const size = length(draw)
      return splice(bytes, place(bytes, draw), size, Buffer.alloc(size))
    },
  },
  { name: 'cut off', act: (bytes, draw) => bytes.subarray(0, draw.chance(0.1) ? 0 : place(bytes, draw)) },
  {
    name: 'cut the beginning off',
    act: (bytes, draw) => bytes.subarray(Math.min(bytes.length, place(bytes, draw))),
  },
  {
    name: 'repeat a part',
    act: (bytes, draw) => {
      const at = place(bytes, draw)
      return splice(bytes, at, 0, bytes.subarray(at, at + length(draw)))
    },
  },
  {
    name: 'a part from elsewhere',
    act: (bytes, draw) => {
      const from = place(bytes, draw)
      const part = bytes.subarray(from, from + length(draw))
      return splice(bytes, place(bytes, draw), draw.chance(0.5) ? part.length : 0, part)
    },
  },
  {
    name: 'exchange halves',
    act: (bytes, draw) => {
      const at = place(bytes, draw)
      return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)])
    },
  },
  { name: 'the file twice', act: (bytes) => Buffer.concat([bytes, bytes]) },
  {
    name: 'a token',
    act: (bytes, draw, tokens) =>
      splice(bytes, place(bytes, draw), draw.chance(0.5) ? length(draw) : 0, Buffer.from(draw.pick(tokens))),
  },
  {
    name: 'a large number',
    act: (bytes, draw) => {
      const put = Buffer.alloc(draw.pick([4, 8]), draw.pick([0xff, 0x7f, 0x00]))
      if (draw.chance(0.5)) put[put.length - 1] = 0x7f
      return splice(bytes, place(bytes, draw), put.length, put)
    },
  },
]

/** Damages bytes once, or a few times; returns them with the names of what was done. */
export function damaged(
  bytes: Buffer,
  draw: Draw,
  tokens: readonly string[],
): { bytes: Buffer; done: string[] } {
  const times = draw.chance(0.65) ? 1 : draw.chance(0.8) ? 2 + draw.below(3) : 5 + draw.below(15)
  const done: string[] = []
  let left = bytes
  for (let time = 0; time < times; time++) {
    const damage = draw.pick(damages)
    left = damage.act(left, draw, tokens)
    done.push(damage.name)
  }
  return { bytes: left, done: [...new Set(done)] }
}
