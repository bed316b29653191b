import { expect, it } from 'vitest'
import { onEveryBackend } from './support/backends'
import { audit, storePiece } from './support/rows'

const LIMITS = { silentSince: 0, unansweredSince: 0 }

onEveryBackend('ArticleLocks', (world) => {
  const claim = (articleId: string, holder: string, at: number) => ({
    ...{ articleId, holder, userId: `user of ${holder}`, name: holder, takenAt: at, heardAt: at },
  })

  it('is held by one page, which gives signs of life, and left by it alone', async () => {
    const { articleLocks } = world()
    const { id } = await storePiece(world())
    expect(await articleLocks.find(id)).toBeNull()
    expect(await articleLocks.hold(claim(id, 'ada', 10), LIMITS)).toBe(true)
    expect(await articleLocks.hold(claim(id, 'ben', 11), LIMITS)).toBe(false)
    expect(await articleLocks.hold(claim(id, 'ada', 12), LIMITS)).toBe(true)
    // The same name of a page is nothing without its person.
    expect(await articleLocks.hold({ ...claim(id, 'ada', 13), userId: 'somebody' }, LIMITS)).toBe(false)
    expect(await articleLocks.find(id)).toEqual({ ...claim(id, 'ada', 10), heardAt: 12, wanted: null })
    await articleLocks.leave(id, 'ben')
    expect(await articleLocks.find(id)).not.toBeNull()
    await articleLocks.leave(id, 'ada')
    expect(await articleLocks.hold(claim(id, 'ben', 14), LIMITS)).toBe(true)
  })

  it('passes from a silent page to whoever comes, and from one that does not answer to whoever asked', async () => {
    const { articleLocks } = world()
    const { id } = await storePiece(world())
    await articleLocks.hold(claim(id, 'ada', 10), LIMITS)
    expect(await articleLocks.hold(claim(id, 'ben', 100), { ...LIMITS, silentSince: 9 })).toBe(false)
    expect(await articleLocks.hold(claim(id, 'ben', 100), { ...LIMITS, silentSince: 10 })).toBe(true)

    const wish = { by: 'cleo', name: 'Cleo', at: 110 }
    await articleLocks.want(id, wish, audit)
    // Asked again: the moment of the first time counts.
    await articleLocks.want(id, { ...wish, at: 120 }, audit)
    expect((await articleLocks.find(id))?.wanted).toEqual(wish)
    expect(await articleLocks.hold(claim(id, 'cleo', 121), { silentSince: 0, unansweredSince: 109 })).toBe(
      false,
    )
    expect(await articleLocks.hold(claim(id, 'dora', 121), { silentSince: 0, unansweredSince: 110 })).toBe(
      false,
    )
    expect(await articleLocks.hold(claim(id, 'cleo', 121), { silentSince: 0, unansweredSince: 110 })).toBe(
      true,
    )
    expect(await articleLocks.find(id)).toMatchObject({ holder: 'cleo', takenAt: 121, wanted: null })
  })

  it('is nobody’s to ask for where nobody holds it', async () => {
    const { articleLocks } = world()
    const { id } = await storePiece(world())
    await articleLocks.want(id, { by: 'cleo', name: 'Cleo', at: 1 }, audit)
    expect(await articleLocks.find(id)).toBeNull()
  })
})
