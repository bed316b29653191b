import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { childPictureMaker } from '../../lib/adapters/pictures/child-picture-maker'
import { StorageFull } from '../../lib/kernel/storage-full'

const CHILD = join(import.meta.dirname, 'children/picture-child.mjs')

/** What the child of the tests answers in place of a picture. */
interface Answered {
  readonly pid: number
  readonly file: string
  readonly secrets: readonly string[]
}

const opened = () => {
  const maker = childPictureMaker(CHILD)
  const make = async (file: string): Promise<Answered> => {
    const made = await maker.make(file, 'nowhere')
    if (!made.ok) throw new Error(made.error.message)
    return made.value as unknown as Answered
  }
  return { maker, make }
}

describe('the process for pictures', () => {
  it('is one for all, does one after the other, and knows no secret of ours', async () => {
    const { make } = opened()
    process.env.STET_TEST_SECRET = 'hidden'
    const done: string[] = []
    const jobs = ['slow', 'a', 'b'].map(async (file) => {
      const answer = await make(file)
      done.push(answer.file)
      return answer
    })
    const answers = await Promise.all(jobs)
    delete process.env.STET_TEST_SECRET
    expect(done).toEqual(['slow', 'a', 'b'])
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1)
    expect(answers[0]?.secrets).not.toContain('STET_TEST_SECRET')
    expect(answers[0]?.pid).not.toBe(process.pid)
  })

  it('ends over a picture without ending anything else: that one is refused, the next has a new process', async () => {
    const { maker, make } = opened()
    const before = await make('a')
    const refused = await maker.make('end', 'nowhere')
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid' } })
    const after = await make('b')
    expect(after.pid).not.toBe(before.pid)
  })

  it('tells a full disk from one that is broken', async () => {
    const { maker, make } = opened()
    await expect(maker.make('full', 'nowhere')).rejects.toThrow(StorageFull)
    await expect(maker.crop('broken', '1x1', '', 'nowhere')).rejects.toThrow('a broken disk')
    expect((await make('a')).file).toBe('a')
  })

  it('refuses whoever would wait too long', async () => {
    const { maker } = opened()
    const all = await Promise.all(Array.from({ length: 25 }, (_, n) => maker.make(`${n}`, 'nowhere')))
    expect(all.slice(0, 20).every(({ ok }) => ok)).toBe(true)
    for (const refused of all.slice(20)) {
      expect(refused).toMatchObject({ ok: false, error: { code: 'unavailable', retryAfter: 60 } })
    }
  })
})
