import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Ask } from '../../pipeline/init/ask.ts'
import { init } from '../../pipeline/init/init.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { itemsIn, moods, started } from '../support/drafts.ts'
import { folderWith } from '../support/folder.ts'

describe('a person who is asked', () => {
  const file = { 'answers.csv': moods(1, 5, (i, answer) => (i % 4 === 0 ? 6 : answer)) }
  const patient = (answers: Readonly<Record<string, string | string[]>>, heard: string[] = []): Ask => {
    const answer = (question: string): string | string[] | undefined => {
      heard.push(question)
      return Object.entries(answers).find(([part]) => question.includes(part))?.[1]
    }
    return {
      text: async (question, initial) => String(answer(question) ?? initial),
      one: async (question, _, initial) => String(answer(question) ?? initial),
      some: async (question, _, initial) => [answer(question) ?? [...initial]].flat(),
    }
  }

  it('decides waves, columns, questions and codes', async () => {
    const heard: string[] = []
    const ask = patient(
      {
        'Which wave': '2026',
        'questions on a scale': ['alpha', 'gamma'],
        called: 'Banks',
        publishes: 'Us',
        'What does it mean': 'refused',
      },
      heard,
    )
    const { draft, todos } = await started(file, ask)
    expect(draft.waves.map(({ id }) => id)).toEqual([{ value: '2026' }])
    expect(itemsIn(draft)).toEqual([
      ['alpha', '1-5', { 6: 'refused' }],
      ['gamma', '1-5', { 6: 'refused' }],
    ])
    expect([draft.title.value, draft.publisher.value, draft.licence.value]).toEqual([
      'Banks',
      'Us',
      'CC-BY-4.0',
    ])
    expect(todos.map(({ what }) => what.replace(/.*TODO/, 'TODO')).sort()).toEqual([
      'TODO Satisfaction',
      'TODO alpha',
      'TODO gamma',
      'TODO industry',
      'TODO industry',
    ])
    expect(heard.filter((question) => question.includes('What does it mean'))).toHaveLength(1)
  })

  it('may leave everything as guessed', async () => {
    const { out: asked } = await started(
      { '2025.csv': file['answers.csv'] },
      patient({ 'What does it mean': 'later', 'Which licence': '' }),
    )
    const { out: alone } = await started({ '2025.csv': file['answers.csv'] })
    const read = (out: string) => parse(readFileSync(join(out, 'study.yaml'), 'utf8'))
    expect({ ...read(asked), licence: '' }).toEqual({ ...read(alone), licence: '' })
  })

  it('who breaks off leaves nothing behind', async () => {
    const out = join(folderWith({}), 'study')
    const world = realWorld(silent)
    const stop = async () => {
      throw new Error('broken off')
    }
    const raw = folderWith(file)
    await expect(
      init(world, [join(raw, 'answers.csv')], out, { text: stop, one: stop, some: stop }),
    ).rejects.toThrow('broken off')
    world.close()
    expect(existsSync(out)).toBe(false)
  })
})
