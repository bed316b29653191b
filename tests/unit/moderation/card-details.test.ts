import { beforeEach, describe, expect, it } from 'vitest'
import type { SignedIn } from '../../../lib/kernel/actor'
import { cardDetails } from '../../../lib/moderation/card-details'
import { Learner } from '../../../lib/moderation/learner/learner'
import { nearestParagraph } from '../../../lib/moderation/nearest-paragraph'
import { must } from '../../support/builders/must'
import { conversation, decideOn, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const open = async () => {
  const ports = memoryPorts()
  const deps = { ...conversation(ports), learner: new Learner(ports) }
  const moderator = await person(deps, 'moderator', 'Ada')
  const { slug } = await publicPiece(deps, await person(deps, 'editor', 'Ed'))
  return { deps, moderator, slug }
}

describe('what surrounds a comment', () => {
  let stage: Awaited<ReturnType<typeof open>>
  let moderator: SignedIn
  beforeEach(async () => {
    stage = await open()
    moderator = stage.moderator
  })
  const detailsOf = (commentId: string) => must('details', cardDetails(stage.deps, moderator, { commentId }))

  it('tells the author’s record with the last ten and what became of them, without the one that is looked at', async () => {
    const { deps, slug } = stage
    const first = await post(deps, { slug, name: 'Zoë' })
    await decideOn(deps, moderator, first.commentId, 'approve')
    for (let n = 0; n < 11; n += 1) {
      const { commentId } = await post(deps, { slug, name: 'Zoë' }, first.author)
      await decideOn(deps, moderator, commentId, n === 10 ? 'spam' : 'reject')
    }
    const { commentId } = await post(deps, { slug, name: 'Zoë' }, first.author)
    const { author } = await detailsOf(commentId)
    expect(author).toMatchObject({ record: { approved: 1, rejected: 10, spam: 1, waiting: 1 }, trust: 'new' })
    expect(author?.last).toHaveLength(10)
    expect(author?.last.map(({ id }) => id)).not.toContain(commentId)
    expect(author?.last.map(({ decision }) => decision?.by)).toEqual(Array.from({ length: 10 }, () => 'Ada'))
  })

  it('tells what it answers, and what was made of nearly the same words', async () => {
    const { deps, slug } = stage
    const root = await post(deps, { slug, name: 'Ro', body: 'The first word about the ferry.' })
    await decideOn(deps, moderator, root.commentId, 'approve')
    const words = 'I made four thousand a week from my kitchen table, ask me how it is done today.'
    const other = await post(deps, { slug, name: 'Anna', body: words }, undefined, 2)
    await decideOn(deps, moderator, other.commentId, 'spam')
    const { commentId } = await post(
      deps,
      { slug, parentId: root.commentId, body: `${words}!` },
      undefined,
      3,
    )
    const { above, similar } = await detailsOf(commentId)
    expect(above).toMatchObject([
      { id: root.commentId, name: 'Ro', body: [{ text: 'The first word about the ferry.' }] },
    ])
    expect(similar).toMatchObject([
      { id: other.commentId, name: 'Anna', status: 'spam', decision: { by: 'Ada', move: 'spam' } },
    ])
  })

  it('is at most 30 KB, however long everything is and in whatever script', async () => {
    const { deps, slug } = stage
    // Four bytes a sign.
    const signs = Array.from({ length: 700 }, (_, at) => String.fromCodePoint(0x20000 + at * 7)).join('')
    const long = (n: number): string => `${signs} ${n}`
    const first = await post(deps, { slug, name: '長'.repeat(60), body: long(0) })
    await decideOn(deps, moderator, first.commentId, 'approve')
    let parentId = first.commentId
    for (let n = 1; n < 14; n += 1) {
      const { commentId } = await post(
        deps,
        { slug, parentId, body: long(n), name: '長'.repeat(60) },
        first.author,
      )
      await decideOn(deps, moderator, commentId, 'approve')
      parentId = commentId
    }
    const { commentId } = await post(deps, { slug, parentId, body: long(99) }, first.author)
    const details = await detailsOf(commentId)
    expect(details.above).toHaveLength(10)
    expect(details.similar.length).toBeGreaterThan(3)
    expect(Buffer.byteLength(JSON.stringify(details))).toBeLessThanOrEqual(30_000)
  })

  it('is for moderators', async () => {
    const { deps, slug } = stage
    const { commentId, author } = await post(deps, { slug })
    for (const actor of [author, await person(deps, 'writer', 'Wu'), { kind: 'anonymous' } as const]) {
      expect(await cardDetails(deps, actor, { commentId })).toMatchObject({ error: { code: 'forbidden' } })
    }
    const nowhere = await cardDetails(deps, moderator, { commentId: deps.ids.random() })
    expect(nowhere).toMatchObject({ error: { code: 'not-found' } })
  })
})

describe('the paragraph a comment speaks of', () => {
  const TEXT = [
    'The town has a ferry, and the ferry has a bell.',
    'The town pays the captain by the hour, which nobody likes.',
    'In the end the town kept the lock-keeper’s cottage.',
  ].join('\n\n')

  it.each([
    ['Captains should be paid better', 1],
    ['Who lives in that cottage now?', 2],
    ['That bell!', 0],
  ])('%s', (body, at) => {
    expect(nearestParagraph(TEXT, body, 'en')).toBe(TEXT.split('\n\n')[at])
  })

  it('is none where nothing is shared but what stands everywhere', () => {
    expect(nearestParagraph(TEXT, 'The town, the town!', 'en')).toBeNull()
    expect(nearestParagraph('', 'Anything', 'en')).toBeNull()
  })
})
