/**
 * Damaged studies by the thousand: data or a clear error, never a crash, a hang, a wrong number or half an output.
 * `npm run fuzz -- 500 --seed 7` for 500 cases of another seed, `npm run fuzz -- --case 1234` for one of them.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Case, formats } from './case.ts'
import type { Verdict } from './verdict.ts'
import type { Line } from './worker.ts'

/** Seconds of work and, where other programs keep the machine busy or the case only waits, of time. */
const limit = { seconds: 20, waiting: 120, megabytes: 1500 }
const workers = 2
const keep = fileURLToPath(new URL('../../.work/fuzz', import.meta.url))
const workerFile = fileURLToPath(new URL('worker.ts', import.meta.url))

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, case: { type: 'string' } },
})
const seed = Number(values.seed)
const only = values.case === undefined ? undefined : Number(values.case)
const count = only === undefined ? Number(positionals[0] ?? 20_000) : only + 1
if (![seed, count].every(Number.isSafeInteger)) throw new Error('count, seed and case are whole numbers')

type Outcome = Verdict['outcome']
const table = new Map(
  formats.map((format) => [format as string, { data: 0, refused: 0, finding: 0, agreed: 0 }]),
)
const findings: string[] = []
let slowest = { number: 0, seconds: 0 }
let ended = 0

function record(format: string, outcome: Outcome, compared: boolean): void {
  const row = table.get(format)
  if (row === undefined) return
  row[outcome]++
  if (compared) row.agreed++
}

function find(number: number, what: string, why: string): void {
  findings.push(`case ${number} (${what}): ${why}\n  npm run fuzz -- --seed ${seed} --case ${number}`)
  process.stdout.write(`${findings.at(-1)}\n`)
}

const start = performance.now()
const progress = () => {
  if (!process.stderr.isTTY) return
  const seconds = Math.round((performance.now() - start) / 1000)
  process.stderr.write(`\r${ended} cases, ${findings.length} findings, ${seconds} s `)
}

/** Megabytes that a process holds and seconds that it has worked; nothing where the system does not tell. */
function usageOf(pid: number): { megabytes: number; seconds: number } | undefined {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    const times = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13)
    const ticks = times?.reduce((sum, time) => sum + Number(time), 0) ?? 0
    return { megabytes: (Number(pages) * 4096) / 1e6, seconds: ticks / 100 }
  } catch {
    return undefined
  }
}

/** Runs cases `first`, `first + step`, … in a process; resolves to the first case that is left, after a death its next. */
function runFrom(first: number, step: number): Promise<number> {
  const args = [
    '--max-old-space-size=1024',
    '--import',
    'tsx',
    workerFile,
    ...[seed, first, step, count].map(String),
    keep,
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let current = first
  const usage = () => usageOf(child.pid ?? 0)
  let since = performance.now()
  let worked = 0
  let killed = ''
  let stderr = ''
  let rest = ''
  let done = false
  const watch = setInterval(() => {
    const kill = (why: string) => {
      killed ||= why
      child.kill('SIGKILL')
    }
    const { megabytes = 0, seconds = 0 } = usage() ?? {}
    if (seconds - worked > limit.seconds) kill(`no end after ${limit.seconds} s of work`)
    if (performance.now() - since > 1000 * limit.waiting) kill(`no end after ${limit.waiting} s`)
    if (megabytes > limit.megabytes) kill(`more than ${limit.megabytes} MB of memory`)
  }, 100)
  const take = (line: Line) => {
    if ('begins' in line) {
      current = line.begins
      since = performance.now()
      worked = usage()?.seconds ?? 0
    } else if ('ends' in line) take1(line.ends, line.verdict, line.seconds)
    else done = true
  }
  const take1 = (one: Case, { outcome, why, compared }: Verdict, seconds: number) => {
    ended++
    record(one.format, outcome, compared)
    const sound = one.done.length === 0 && outcome === 'refused'
    if (outcome === 'finding') find(one.number, `${one.format}, ${one.done.join(', ')}`, why)
    else if (sound) find(one.number, `${one.format}, not damaged`, `refused: ${why}`)
    if (seconds > slowest.seconds) slowest = { number: one.number, seconds }
    progress()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(JSON.parse(line) as Line)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = `${stderr}${text}`.slice(-2000)
  })
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearInterval(watch)
      if (done) return resolve(count)
      find(current, 'the process ended', killed || `exit ${code ?? signal}: ${stderr}`)
      resolve(current + step)
    })
  })
}

async function runAll(first: number, step: number): Promise<void> {
  for (let next = first; next < count; ) next = await runFrom(next, step)
}

if (only === undefined) rmSync(keep, { recursive: true, force: true })
mkdirSync(keep, { recursive: true })
await (only === undefined
  ? Promise.all(Array.from({ length: workers }, (_, worker) => runAll(worker, workers)))
  : runAll(only, 1))

const seconds = (performance.now() - start) / 1000
const lines = [...table].map(
  ([format, { data, refused, finding, agreed }]) =>
    `| ${format} | ${data} | ${refused} | ${agreed} | ${finding} |`,
)
process.stdout.write(
  [
    '',
    '| file damaged | data | refused | compared with another reading | findings |',
    '|---|---|---|---|---|',
    ...lines,
    `${ended} cases of seed ${seed} in ${seconds.toFixed(0)} s, ${findings.length} findings; the slowest: case ${slowest.number}, ${slowest.seconds.toFixed(1)} s`,
    '',
  ].join('\n'),
)
process.exitCode = findings.length > 0 ? 1 : 0
