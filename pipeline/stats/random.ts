/** Pseudo-random numbers by integer and IEEE arithmetic only: the same bits on every platform. */

/** Words of 32 bits hashed from a text (xmur3). */
function words(text: string): () => number {
  let hash = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 3432918353)
    hash = (hash << 13) | (hash >>> 19)
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
    hash ^= hash >>> 16
    return hash | 0
  }
}

/**
 * Uniform numbers on [0, 1) of 32 bits from the stream named by a seed and a label (sfc32): streams with different labels
 * do not disturb each other.
 */
export function uniforms(seed: number, label: string): () => number {
  const word = words(`${seed}/${label}`)
  let a = word()
  let b = word()
  let c = word()
  let counter = 1
  const uniform = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) uniform()
  return uniform
}
