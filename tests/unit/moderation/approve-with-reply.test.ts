import { describe, expect, it } from 'vitest'
import { approveWithReply } from '../../../lib/moderation/approve-with-reply'
import { openDecision } from '../../../lib/moderation/open-decision'
import { undoWithAnswer } from '../../../lib/moderation/undo-with-answer'
import { fillReply } from '../../../lib/moderation/fill-reply'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { conversation, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'

const stage = async (name = 'Ottilie') => {
  const deps = conversation(memoryPorts())
  const ada = await person(deps, 'moderator', 'Ada')
  const { slug } = await publicPiece(deps, ada)
  const { settings, version: expectVersion } = await deps.settingsStore.read()
  const savedReplies = [{ name: 'Thanks', body: 'Thank you, {name}, for writing about “{piece}”. {other}' }]
  const audit = { actor: ada, action: 'change.settings', subject: 'setting:site', detail: {} }
  await deps.settingsStore.write({
    settings: { ...settings, savedReplies },
    expectVersion,
    audit,
    effects: [],
  })
  const { commentId } = await post(deps, { slug, name, body: 'The first word.' })
  const record = await deps.commentStore.find(commentId)
  const { latestRevisionId: revisionId = '', version = 1 } = record?.comment ?? {}
  const seen = { commentId, revisionId, version }
  const bodies = () => [...deps.tables.commentRevisions.values()].map(({ body }) => body)
  const statusOf = async () => (await deps.commentStore.find(commentId))?.comment.status
  return { deps, ada, seen, bodies, statusOf }
}

describe('approving with an answer', () => {
  it('approves, and answers in the moderator’s name', async () => {
    const { deps, ada, seen, bodies, statusOf } = await stage()
    value(await approveWithReply(deps, ada, { ...seen, body: 'Well said.' }, aClient()))
    expect(await statusOf()).toBe('approved')
    expect(bodies()).toContain('Well said.')
  })

  it('fills in a saved answer for whoever has no scripts, and keeps what was typed instead', async () => {
    const { deps, ada, seen, bodies } = await stage()
    await must('answer', approveWithReply(deps, ada, { ...seen, body: ' ', saved: 'Thanks' }, aClient()))
    expect(bodies()).toContain('Thank you, Ottilie, for writing about “A piece about ropes”. {other}')
    const another = await stage()
    const typed = { ...another.seen, body: 'My own words.', saved: 'Thanks' }
    await must('answer', approveWithReply(another.deps, another.ada, typed, aClient()))
    expect(another.bodies()).toContain('My own words.')
    expect(another.bodies().join()).not.toContain('Thank you')
  })

  it('is taken back with its answer, and can be given again in the same words', async () => {
    const { deps, ada, seen, statusOf } = await stage()
    const answers = async () =>
      [...deps.tables.comments.values()]
        .filter(({ parentId }) => parentId === seen.commentId)
        .map(({ status }) => status)
    const said = { body: 'Well said.' }
    const given = await must('answer', approveWithReply(deps, ada, { ...seen, ...said }, aClient()))
    const { decisionId, answerId } = given
    const told = async () => (await must('open', openDecision(deps, ada, { decisionId, answerId }))).answer
    expect(await told()).toBe('stands')
    const undone = await must('undo', undoWithAnswer(deps, ada, { decisionId, answerId }))
    expect(undone).toEqual({ undone: 2, left: 0 })
    expect(await statusOf()).toBe('pending')
    expect(await answers()).toEqual(['removed'])
    expect(await told()).toBe('taken back')
    expect(refusal(await undoWithAnswer(deps, ada, { decisionId, answerId })).code).toBe('conflict')

    const { version = 0 } = (await deps.commentStore.find(seen.commentId))?.comment ?? {}
    const again = { ...seen, ...said, version }
    const second = await must('again', approveWithReply(deps, ada, again, aClient()))
    expect(second.answerId).not.toBe(answerId)
    expect((await answers()).sort()).toEqual(['approved', 'removed'])
  })

  it('leaves an answer to its author, one to something else alone, and all of it where it is too late', async () => {
    const { deps, ada, seen, statusOf } = await stage()
    const { decisionId, answerId } = await must(
      'answer',
      approveWithReply(deps, ada, { ...seen, body: 'Well said.' }, aClient()),
    )
    const answer = async () => (await deps.commentStore.find(answerId))?.comment.status
    const cy = await person(deps, 'moderator', 'Cy')
    expect(refusal(await undoWithAnswer(deps, ANONYMOUS, { decisionId, answerId })).code).toBe('forbidden')
    const elsewhere = { decisionId, answerId: seen.commentId }
    expect((await must('open', openDecision(deps, ada, elsewhere))).answer).toBeNull()
    const byCy = await must('undo', undoWithAnswer(deps, cy, { decisionId, answerId }))
    expect(byCy).toEqual({ undone: 1, left: 1 })
    expect([await statusOf(), await answer()]).toEqual(['pending', 'approved'])
    expect(refusal(await undoWithAnswer(deps, ada, { decisionId, answerId })).code).toBe('conflict')
    expect(await answer()).toBe('approved')
  })

  it('does nothing without an answer, and is for moderators', async () => {
    const { deps, ada, seen, statusOf } = await stage()
    for (const saved of [undefined, '', 'no such name']) {
      const empty = refusal(await approveWithReply(deps, ada, { ...seen, body: ' ', saved }, aClient()))
      expect(empty.fields).toHaveProperty('body')
    }
    for (const actor of [
      ANONYMOUS,
      await person(deps, 'writer', 'Cy'),
      await person(deps, 'member', 'Dora'),
    ]) {
      const refused = refusal(await approveWithReply(deps, actor, { ...seen, body: 'x' }, aClient()))
      expect(refused.code).toBe('forbidden')
    }
    expect(await statusOf()).toBe('pending')
  })

  it('answers once by two clicks, and not at all where a colleague was faster', async () => {
    const { deps, ada, seen, bodies } = await stage()
    const answer = { ...seen, body: 'First.' }
    for (let clicks = 0; clicks < 2; clicks += 1)
      await must('answer', approveWithReply(deps, ada, answer, aClient()))
    expect(bodies().filter((body) => body === 'First.')).toHaveLength(1)
    const cy = await person(deps, 'moderator', 'Cy')
    const late = await approveWithReply(deps, cy, { ...seen, body: 'Second.' }, aClient())
    expect(refusal(late).code).toBe('conflict')
    expect(bodies()).not.toContain('Second.')
  })
})

describe('a saved answer', () => {
  it.each([
    ['Dear {name}, …', { name: 'Ro', piece: 'P' }, 'Dear Ro, …'],
    ['Dear {name}, …', { name: '', piece: 'P' }, 'Dear reader, …'],
    ['{piece}: {toString} {nobody} {', { name: '', piece: '$& {name}' }, '$& {name}: {toString} {nobody} {'],
  ])('%s', (body, facts, filled) => {
    expect(fillReply(body, facts)).toBe(filled)
  })
})
