import { expect, it } from 'vitest'
import { onEveryBackend } from './support/backends'
import { audit } from './support/rows'

onEveryBackend('WordListStore', (world) => {
  const lists = (...words: string[]) => [{ kind: 'banned' as const, language: 'en', words }]
  const write = (expectVersion: number, ...words: string[]) =>
    world().wordListStore.write({
      ...{ lists: lists(...words), expectVersion, audit },
      effects: [{ key: `words ${expectVersion}`, effect: { kind: 'settings.changed', key: 'words' } }],
    })

  it('has no lists at first', async () => {
    expect(await world().wordListStore.read()).toEqual({ lists: [], version: 0 })
  })

  it('keeps what was written, once per version, with its effects', async () => {
    expect(await write(0, 'one')).toBe(true)
    expect(await write(0, 'late')).toBe(false)
    expect(await write(2, 'early')).toBe(false)
    expect(await world().wordListStore.read()).toEqual({ lists: lists('one'), version: 1 })
    expect(await write(1, 'two', 'three')).toBe(true)
    expect(await world().wordListStore.read()).toEqual({ lists: lists('two', 'three'), version: 2 })
    const queued = await world().outboxStore.lease(world().clock.now(), 9, 1)
    expect(queued.map(({ key }) => key)).toEqual(['words 0', 'words 1'])
  })

  it('gives the same object as long as nothing changed', async () => {
    await write(0, 'one')
    const { lists: first } = await world().wordListStore.read()
    expect((await world().wordListStore.read()).lists).toBe(first)
    await write(1, 'two')
    expect((await world().wordListStore.read()).lists).not.toBe(first)
  })

  it('lets one of ten writers through', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => write(0, `w${n}`)))
    expect(outcomes.filter(Boolean)).toHaveLength(1)
  })
})
