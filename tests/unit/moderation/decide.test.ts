import { describe, expect, it } from 'vitest'
import { editComment } from '../../../lib/comments/edit-comment'
import { withdrawComment } from '../../../lib/comments/withdraw-comment'
import { ANONYMOUS, type Actor } from '../../../lib/kernel/actor'
import type { Result } from '../../../lib/kernel/result'
import { decide, decideInput } from '../../../lib/moderation/decide'
import { listQueue } from '../../../lib/moderation/list-queue'
import { undoDecision } from '../../../lib/moderation/undo-decision'
import { must } from '../../support/builders/must'
import { conversation, decideOn, person, post, publicPiece, stored } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const ada = await person(deps, 'moderator', 'Ada')
  const ben = await person(deps, 'editor', 'Ben')
  const article = await publicPiece(deps, ben)
  const { commentId, author } = await post(deps, {
    slug: article.slug,
    body: 'The first text.',
    name: 'Rita',
  })
  const card = async () => {
    const { comment } = await stored(deps, commentId)
    const revisionId = comment.pendingRevisionId ?? comment.approvedRevisionId ?? comment.latestRevisionId
    return { commentId, revisionId, version: comment.version }
  }
  const edit = async (body: string) => {
    const { comment } = await stored(deps, commentId)
    return must(
      'edit',
      editComment(deps, author, { commentId, version: comment.version, body, anyway: true }),
    )
  }
  return { deps, ada, ben, article, commentId, author, card, edit }
}

const refusal = async (outcome: Promise<Result<unknown>>): Promise<string> => {
  const result = await outcome
  if (result.ok) throw new Error('This should have been refused.')
  return `${result.error.code}: ${result.error.message}`
}

describe('a decision', () => {
  it('is a row: who, when, which text, from, to, why', async () => {
    const { deps, ada, commentId, card } = await stage()
    const input = { ...(await card()), move: 'reject', reason: ' Off\u0000 topic ', note: '' } as const
    const { decisionId, to } = await must('reject', decide(deps, ada, input))
    expect(to).toBe('rejected')
    const [row] = await deps.commentStore.decisionsOn(commentId)
    expect(row).toMatchObject({
      ...{ id: decisionId, revisionId: input.revisionId, move: 'reject', from: 'pending', to: 'rejected' },
      ...{ reason: 'Off topic', note: null, createdAt: deps.clock.now(), undoesId: null },
      actor: { kind: 'user', userId: ada.userId },
    })
    expect(deps.tables.outbox.get(`comment.changed:${input.revisionId}:2`)?.effect).toMatchObject({
      sight: 'none',
    })
  })

  it('tells the page only when readers can see a difference', async () => {
    const { deps, ada, commentId, card } = await stage()
    const { revisionId } = await card()
    await decideOn(deps, ada, commentId, 'approve')
    await decideOn(deps, ada, commentId, 'hold')
    await decideOn(deps, ada, commentId, 'reject')
    const sights = [2, 3, 4].map(
      (version) => deps.tables.outbox.get(`comment.changed:${revisionId}:${version}`)?.effect,
    )
    expect(sights).toMatchObject([{ sight: 'appeared' }, { sight: 'vanished' }, { sight: 'none' }])
  })

  it('is made once, however often it is clicked', async () => {
    const { deps, ada, commentId, card } = await stage()
    const input = { ...(await card()), move: 'approve' } as const
    const [first, ...more] = await Promise.all([1, 2, 3].map(() => must('approve', decide(deps, ada, input))))
    expect(more).toEqual([first, first])
    expect(await deps.commentStore.decisionsOn(commentId)).toHaveLength(1)
  })

  it('loses to a faster colleague and says who that was', async () => {
    const { deps, ada, ben, card } = await stage()
    const input = { ...(await card()), move: 'approve' } as const
    await must('approve', decide(deps, ada, input))
    expect(await refusal(decide(deps, ben, { ...input, move: 'reject' }))).toBe(
      'conflict: Ada approved this a moment ago.',
    )
    expect(await refusal(decide(deps, ben, input))).toBe('conflict: Ada approved this a moment ago.')
    expect(await refusal(decide(deps, ada, { ...input, move: 'spam' }))).toBe(
      'conflict: You approved this a moment ago.',
    )
  })

  it('loses to the author, who changed the text or took it back', async () => {
    const { deps, ada, author, commentId, card, edit } = await stage()
    const input = { ...(await card()), move: 'approve' } as const
    await edit('Another text.')
    expect(await refusal(decide(deps, ada, input))).toMatch(
      /^conflict: The author changed the text while you were reading/,
    )
    const fresh = { ...(await card()), move: 'approve' } as const
    const { version } = fresh
    await must('withdraw', withdrawComment(deps, author, { commentId, version }))
    expect(await refusal(decide(deps, ada, fresh))).toMatch(/^conflict: The author withdrew this comment/)
    expect(await deps.commentStore.decisionsOn(commentId)).toEqual([])
  })

  it('is for moderators, about comments that are there, in the shape of the form', async () => {
    const { deps, ada, author, card } = await stage()
    const input = { ...(await card()), move: 'approve' } as const
    const writer = await person(deps, 'writer', 'Wim')
    const member = await person(deps, 'member', 'Mel')
    for (const actor of [ANONYMOUS, author, writer, member] satisfies Actor[]) {
      expect(await refusal(decide(deps, actor, input))).toMatch(/^forbidden/)
      expect(await refusal(undoDecision(deps, actor, { decisionId: deps.ids.ordered() }))).toMatch(
        /^forbidden/,
      )
      expect(await refusal(listQueue(deps, actor, {}))).toMatch(/^forbidden/)
    }
    expect(await refusal(decide(deps, ada, { ...input, commentId: deps.ids.random() }))).toMatch(/^not-found/)
    for (const forged of [
      { move: 'erase' },
      { version: ['1'] },
      { version: 'x' },
      { commentId: '1' },
      { more: 1 },
    ]) {
      expect(decideInput.safeParse({ ...input, ...forged }).success).toBe(false)
    }
    expect(decideInput.parse({ ...input, version: '7' }).version).toBe(7)
  })
})

describe('undo', () => {
  it('restores exactly what the decision found, by a row of its own', async () => {
    const { deps, ada, ben, commentId, edit } = await stage()
    await decideOn(deps, ada, commentId, 'approve')
    await edit('The second text.')
    const before = await stored(deps, commentId)
    const decisionId = await decideOn(deps, ada, commentId, 'approve')
    expect((await stored(deps, commentId)).comment.editedAt).not.toBeNull()
    expect(await must('undo', undoDecision(deps, ben, { decisionId }))).toEqual({ to: 'approved' })
    const after = await stored(deps, commentId)
    expect(after).toEqual({ ...before, comment: { ...before.comment, version: before.comment.version + 2 } })
    const rows = await deps.commentStore.decisionsOn(commentId)
    expect(rows.at(-1)).toMatchObject({ move: 'undo', undoesId: decisionId, actor: { userId: ben.userId } })
  })

  it('goes back step by step, newest first', async () => {
    const { deps, ada, ben, commentId } = await stage()
    const approved = await decideOn(deps, ada, commentId, 'approve')
    const rejected = await decideOn(deps, ada, commentId, 'reject')
    expect(await refusal(undoDecision(deps, ben, { decisionId: approved }))).toBe(
      'conflict: This cannot be undone any more. Ada rejected this a moment ago.',
    )
    await must('undo', undoDecision(deps, ben, { decisionId: rejected }))
    expect(await refusal(undoDecision(deps, ada, { decisionId: rejected }))).toMatch(
      /Ben took a decision on this back/,
    )
    await must('undo', undoDecision(deps, ben, { decisionId: approved }))
    expect((await stored(deps, commentId)).comment.status).toBe('pending')
  })

  it('is too late once the author acted', async () => {
    const { deps, ada, author, commentId, edit } = await stage()
    const decisionId = await decideOn(deps, ada, commentId, 'approve')
    await edit('Changed since.')
    expect(await refusal(undoDecision(deps, ada, { decisionId }))).toMatch(/The author changed the text/)
    const { comment } = await stored(deps, commentId)
    await must('withdraw', withdrawComment(deps, author, { commentId, version: comment.version }))
    expect(await refusal(undoDecision(deps, ada, { decisionId }))).toMatch(/The author withdrew/)
    expect(await refusal(undoDecision(deps, ada, { decisionId: deps.ids.ordered() }))).toMatch(/^not-found/)
  })
})

describe('the desk', () => {
  it('shows a card with evidence, reasons, moves, history and what can be undone', async () => {
    const { deps, ada, article, commentId, edit } = await stage()
    await decideOn(deps, ada, commentId, 'approve')
    await edit('The second text: http://a.example http://b.example http://c.example')
    const { cards, counts, next } = await must('list', listQueue(deps, ada, {}))
    expect(counts).toEqual({ waiting: 1, reported: 0, approved: 1, rejected: 0, spam: 0, all: 1 })
    expect(next).toBeNull()
    const [card] = cards
    expect(card).toMatchObject({
      ...{ commentId, status: 'approved', shownBody: 'The first text.', name: 'Rita', signedIn: false },
      article: { title: 'A piece about ropes', path: `/articles/${article.slug}`, isPublic: true },
      moves: ['approve', 'reject', 'spam'],
      // The edit came after the approval, so that nothing can be undone.
      undoable: null,
    })
    expect(card?.body.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
      'http://a.example',
      'http://b.example',
      'http://c.example',
    ])
    expect(card?.body.map(({ text }) => text).join('')).toBe(
      'The second text: http://a.example http://b.example http://c.example',
    )
    expect(card?.reasons.map(({ check }) => check)).toEqual(['links', 'mode'])
    expect(card?.diff?.slice(0, 4)).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'deleted', text: 'first' },
      { kind: 'inserted', text: 'second' },
      { kind: 'same', text: ' text' },
    ])
    await decideOn(deps, ada, commentId, 'reject')
    const [settled] = (await must('list', listQueue(deps, ada, { tab: 'approved' }))).cards
    expect(settled).toMatchObject({ shownBody: null, diff: null, moves: ['reject', 'spam', 'hold'] })
    expect(settled?.body).toEqual([{ text: 'The first text.', marked: false }])
    expect(settled?.history.map(({ actorName, move, undone }) => [actorName, move, undone])).toEqual([
      ['Ada', 'approve', false],
      ['Ada', 'reject', false],
    ])
    expect(settled?.undoable).toBe(settled?.history[1]?.id)
  })

  it('pages oldest first where comments wait, newest first elsewhere; a forged cursor is the first page', async () => {
    const { deps, ada, article } = await stage()
    for (let i = 0; i < 24; i += 1) {
      deps.clock.advance(1_000)
      await post(deps, { slug: article.slug, body: `Number ${i}.` })
    }
    const texts = async (after?: string) => {
      const page = await must('list', listQueue(deps, ada, { after }))
      return { next: page.next ?? undefined, texts: page.cards.map(({ body }) => body[0]?.text) }
    }
    const first = await texts()
    const second = await texts(first.next)
    expect(first.texts).toHaveLength(20)
    expect(first.texts[0]).toBe('The first text.')
    expect(second).toEqual({ next: undefined, texts: [19, 20, 21, 22, 23].map((i) => `Number ${i}.`) })
    expect(await texts('forged')).toEqual(first)
  })
})
