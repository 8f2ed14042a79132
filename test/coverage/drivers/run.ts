/**
 * How often drawn studies of drivers are called what they are: `npm run coverage:drivers` for 400 studies of each kind and 300 to
 * 15,000 ratings; `npm run coverage:drivers -- 100 300 1000` for others. Ends with 1 where an aim is missed by more than chance.
 */
import { aimsAt, tally } from './aims.ts'

const [studies = 400, ...sizes] = process.argv.slice(2).map(Number)
process.stdout.write('| ratings | what is counted | per cent of studies | aim |\n|---|---|---|---|\n')
for (const n of sizes.length > 0 ? sizes : [300, 1000, 5000, 15_000]) {
  // Large studies say the same as small ones, and take long.
  const count = Math.max(50, Math.round(studies / Math.max(1, n / 2000)))
  for (const [{ name, most, least }, hits] of tally(aimsAt(n), count)) {
    const share = hits / count
    const bound = (most ?? least ?? 0) / 100
    const chance = 3 * Math.sqrt((bound * (1 - bound)) / count)
    const missed = most === undefined ? share < bound - chance : share > bound + chance
    if (missed) process.exitCode = 1
    const aim = most === undefined ? `at least ${least}` : `at most ${most}`
    process.stdout.write(
      `| ${n} | ${name} | ${(100 * share).toFixed(1)} | ${aim}${missed ? ', missed' : ''} |\n`,
    )
  }
}
