import { expect, it } from 'vitest'
import { onEveryBackend } from './support/backends'
import { audit, storePiece } from './support/rows'

onEveryBackend('RedirectStore', (world) => {
  const aRedirect = (path: string, target: string, createdAt = 1) => ({
    ...{ path, target, createdById: 'ada', createdAt },
  })

  it('keeps redirects, one for each address, newest first', async () => {
    const { redirectStore } = world()
    expect(await redirectStore.find('/a')).toBeNull()
    await redirectStore.put(aRedirect('/a', '/articles/one', 1), audit)
    await redirectStore.put(aRedirect('/b', 'https://example.org/', 2), audit)
    await redirectStore.put(aRedirect('/a', '/articles/two', 3), audit)
    expect(await redirectStore.find('/a')).toEqual(aRedirect('/a', '/articles/two', 3))
    expect(await redirectStore.count()).toBe(2)
    expect((await redirectStore.list(1)).map(({ path }) => path)).toEqual(['/a'])
    expect(await redirectStore.remove('/a', audit)).toBe(true)
    expect(await redirectStore.remove('/a', audit)).toBe(false)
  })

  it('counts missed addresses, forgets the oldest, and those that lead somewhere now', async () => {
    const { redirectStore } = world()
    await redirectStore.noteMissed(new Map([['/old', 1]]), 10, 3)
    await redirectStore.noteMissed(
      new Map([
        ['/ropes', 2],
        ['/knots', 1],
      ]),
      20,
      3,
    )
    await redirectStore.noteMissed(
      new Map([
        ['/ropes', 3],
        ['/new', 1],
      ]),
      30,
      3,
    )
    expect(await redirectStore.missed(10)).toEqual([
      { path: '/ropes', times: 5, lastAt: 30 },
      { path: '/new', times: 1, lastAt: 30 },
      { path: '/knots', times: 1, lastAt: 20 },
    ])
    await redirectStore.put(aRedirect('/ropes', '/'), audit)
    await redirectStore.forgetMissed('/knots')
    expect((await redirectStore.missed(10)).map(({ path }) => path)).toEqual(['/new'])
  })

  it('finds public pieces by words of their address, and no others', async () => {
    const { redirectStore, clock } = world()
    const piece = await storePiece(world())
    const word = piece.slug.split('-').at(-1) ?? ''
    const hidden = await storePiece(world(), { slug: `hidden-${word}`, status: 'draft' })
    expect(await redirectStore.piecesWith([word, hidden.slug], clock.now(), 5)).toEqual([
      { slug: piece.slug, knownAs: piece.slug, kind: 'piece', title: expect.any(String) },
    ])
    const set = { slug: 'now-elsewhere', addressPublicAt: null }
    const moved = { articleId: piece.id, expectVersion: 1, set, retiredSlug: piece.slug, audit, effects: [] }
    expect(await world().articleStore.apply(moved)).toBe('stored')
    expect(await redirectStore.piecesWith([word], clock.now(), 5)).toEqual([
      { slug: 'now-elsewhere', knownAs: piece.slug, kind: 'piece', title: expect.any(String) },
    ])
    expect(await redirectStore.piecesWith([], clock.now(), 5)).toEqual([])
    expect(await redirectStore.piecesWith(['%'], clock.now(), 5)).toEqual([])
  })
})
