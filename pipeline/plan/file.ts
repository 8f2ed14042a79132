/** The file of the picture. */
import { UserError } from '../errors.ts'
import type { World } from '../world.ts'
import type { Plan } from './figures.ts'

/** By this a picture of the program is known again, so that nothing else is ever replaced. */
const mark = '<!-- barometer plan -->'

/** Refuses a file that is no picture, or would replace something else than an earlier one. */
export function checkPicture(world: World, path: string): void {
  if (!path.toLowerCase().endsWith('.svg'))
    throw new UserError({
      what: 'the picture is an svg file',
      value: path,
      hint: 'name a file that ends in .svg with --out',
    })
  if (!world.exists(path)) return
  if (!world.isFile(path) || world.readText(path)?.startsWith(mark) !== true)
    throw new UserError({
      what: 'this file is there already and no picture of a plan',
      value: path,
      hint: 'name another file with --out',
    })
}

/** Draws the plan into a file. Charts are loaded here, since a wrong study is refused sooner without them. */
export async function writePicture(
  world: World,
  path: string,
  plan: Plan,
  companies: readonly { n: number }[],
): Promise<void> {
  const { picture } = await import('./picture.ts')
  world.write(path, `${mark}\n${picture(plan, companies)}\n`)
}
