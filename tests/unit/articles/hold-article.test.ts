import { describe, expect, test } from 'vitest'
import { ANONYMOUS, type SignedIn } from '../../../lib/kernel/actor'
import { SECOND } from '../../../lib/kernel/clock'
import { refusal, somebodyHere, value } from '../../support/people'
import { studio } from './studio'

const writing = async () => {
  const house = await studio()
  const { stet, writer, ports } = house
  const articleId = await house.start()
  const ask = async (by: SignedIn, holder: string, wish: 'hold' | 'look' | 'take' | 'leave') =>
    value(await stet.articles.hold(by, { articleId, holder, wish }))
  await ask(writer, 'page-one', 'hold')
  return { ...house, articleId, ask, later: (seconds: number) => ports.clock.advance(seconds * SECOND) }
}

describe('who writes a piece', () => {
  test('is one page; the others are told who and since when', async () => {
    const { ask, writer, editor, later } = await writing()
    expect((await ask(writer, 'page-one', 'hold')).state).toBe('mine')
    later(5)
    const seen = await ask(editor, 'page-two', 'hold')
    expect(seen).toMatchObject({ state: 'theirs', by: { name: writer.name, isYou: false }, wantedBy: null })
    expect((await ask(writer, 'page-three', 'look')).by?.isYou).toBe(true)
  })

  test('makes room when asked, and is passed over when it does not answer', async () => {
    const { ask, writer, editor, later, stet, articleId, log } = await writing()
    expect((await ask(editor, 'page-two', 'take')).state).toBe('theirs')
    expect((await ask(writer, 'page-one', 'hold')).wantedBy).toBe(editor.name)
    later(11)
    await ask(writer, 'page-one', 'hold')
    expect((await ask(editor, 'page-two', 'take')).state).toBe('theirs')
    later(1)
    expect((await ask(editor, 'page-two', 'take')).state).toBe('mine')
    expect((await ask(writer, 'page-one', 'hold')).by?.name).toBe(editor.name)
    // What the writer had stored stays for ever.
    const revisions = value(await stet.articles.revisions(editor, { articleId }))
    expect(revisions.items.map(({ kind }) => kind)).toContain('takeover')
    expect(log().filter((action) => action === 'take-over.article')).toHaveLength(1)
  })

  test('leaves, and the next one holds it at once', async () => {
    const { ask, writer, editor } = await writing()
    await ask(editor, 'page-two', 'take')
    await ask(writer, 'page-one', 'leave')
    expect((await ask(editor, 'page-two', 'take')).state).toBe('mine')
  })

  test('is nobody after a minute and a half of silence', async () => {
    const { ask, editor, later } = await writing()
    later(89)
    expect((await ask(editor, 'page-two', 'look')).state).toBe('theirs')
    later(1)
    expect((await ask(editor, 'page-two', 'look')).state).toBe('free')
    expect((await ask(editor, 'page-two', 'hold')).state).toBe('mine')
  })

  test('is told to nobody who may not open the piece', async () => {
    const { stet, articleId, ports } = await writing()
    const stranger = await somebodyHere(ports, 'moderator')
    const look = { articleId, holder: 'page-nine', wish: 'look' } as const
    expect(refusal(await stet.articles.hold(stranger, look)).code).toBe('forbidden')
    expect(refusal(await stet.articles.hold(ANONYMOUS, look)).code).toBe('unauthenticated')
  })

  test('is nobody in the trash', async () => {
    const { ask, move, articleId, stet, writer } = await writing()
    value(await move(articleId, 'trash'))
    const hold = { articleId, holder: 'page-one', wish: 'hold' } as const
    expect(refusal(await stet.articles.hold(writer, hold)).code).toBe('conflict')
    expect((await ask(writer, 'page-one', 'leave')).state).toBe('free')
  })
})
