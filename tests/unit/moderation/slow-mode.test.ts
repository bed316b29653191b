import { describe, expect, it } from 'vitest'
import { findGuest } from '../../../lib/accounts/guests'
import { editComment } from '../../../lib/comments/edit-comment'
import { recommendComment } from '../../../lib/comments/recommend-comment'
import { submitComment } from '../../../lib/comments/submit-comment'
import { ANONYMOUS, type Actor } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { choose, conversation, decideOn, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

/** A conversation that publishes what no check objects to, with five minutes between two comments of a person. */
const slowed = async () => {
  const deps = conversation(memoryPorts())
  const moderator = await person(deps, 'moderator', 'Samuel Okafor')
  const { slug } = await publicPiece(deps, moderator)
  await choose(deps, { commentMode: 'open', slowMinutes: 5 })
  /** Without a cookie unless told who they are. */
  const send = (name: string, household = 1, by: Actor = ANONYMOUS) =>
    submitComment(deps, by, { slug, name, body: `Thought ${deps.ids.random()}.` }, aClient(household))
  const state = async (...given: Parameters<typeof send>) => {
    const sent = await send(...given)
    return sent.ok ? sent.value.receipt.state : sent.error.code
  }
  return { deps, moderator, slug, send, state }
}

describe('slow mode', () => {
  it('is not got round by dropping the cookie: the same name on the same network is refused, another one read first', async () => {
    const { deps, send, state } = await slowed()
    expect(await state('Sal')).toBe('approved')
    deps.clock.advance(MINUTE)
    const again = await send('Sal')
    expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(!again.ok && again.error.message).toContain('You can post again in 4 minutes')
    expect(await state('Sál'), 'a look-alike').toBe('conflict')
    expect(await state('Ines'), 'a neighbour').toBe('waiting')
    expect(await state(''), 'without a name').toBe('waiting')
    expect(await state('Sal', 2), 'elsewhere').toBe('approved')
    deps.clock.advance(5 * MINUTE)
    expect(await state('Sal')).toBe('approved')
  })

  it('is not got round by a cookie that a recommendation made; whoever wrote here before waits for themselves alone', async () => {
    const { deps, slug, state } = await slowed()
    const regular = await post(deps, { slug, name: 'Ines' })
    deps.clock.advance(5 * MINUTE)
    const { commentId } = await post(deps, { slug, name: 'Sal' })
    const newcomer = async () => {
      const given = await must(
        'recommend',
        recommendComment(deps, ANONYMOUS, { commentId, intent: 'give' }, aClient()),
      )
      return (await findGuest(deps, given.guestSecret ?? '')) ?? ANONYMOUS
    }
    const recommender = await newcomer()
    expect(recommender.kind).toBe('guest')
    expect(await state('Sal', 1, recommender)).toBe('conflict')
    expect(await state('Somebody else', 1, recommender), 'a neighbour').toBe('waiting')
    expect(await state('Sal', 2, await newcomer()), 'elsewhere').toBe('approved')
    expect(await state('Ines', 1, regular.author), 'known here').toBe('approved')
  })

  it('is not got round by writing anew what waits', async () => {
    const { deps, slug } = await slowed()
    await post(deps, { slug, name: 'Sal' })
    const { commentId, author } = await post(deps, { slug, name: 'Ines' })
    const edit = editComment(deps, author, { commentId, version: 1, body: 'Something else.', anyway: true })
    expect((await must('edit', edit)).state).toBe('waiting')
  })

  it('tells nobody of a comment that they cannot see', async () => {
    const { deps, slug, moderator, send, state } = await slowed()
    const { commentId } = await post(deps, { slug, name: 'Sal' })
    for (const move of ['reject', 'spam', 'hold'] as const) {
      await decideOn(deps, moderator, commentId, move)
      const sent = await must(move, send('Sal'))
      expect(sent.receipt).toMatchObject({ state: 'waiting' })
      expect(JSON.stringify(sent), 'not why').not.toMatch(/slowed|network|minute/i)
    }
    await decideOn(deps, moderator, commentId, 'approve')
    expect(await state('Sal'), 'in sight again').toBe('conflict')
  })
})
