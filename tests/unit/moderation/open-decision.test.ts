import { expect, it } from 'vitest'
import { compose } from '../../../lib/compose'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { aComment } from '../../support/builders/a-comment'
import { aDecision } from '../../support/builders/a-decision'
import { aUser } from '../../support/builders/a-user'
import { memoryPorts } from '../../support/memory/memory-ports'

const stet = compose(memoryPorts())

it('confirms a decision with the way back', async () => {
  const by = await aUser(stet, { role: 'moderator' })
  const { commentId } = await aComment(stet)
  const { decisionId } = await aDecision(stet, { on: commentId, move: 'reject', by, reason: 'Off topic' })
  const opened = await stet.moderation.decision(by, { decisionId })
  expect(opened).toMatchObject({
    ok: true,
    value: {
      decision: { move: 'reject', reason: 'Off topic', actorName: by.name },
      card: { commentId, undoable: decisionId },
    },
  })
})

it('refuses everybody who does not moderate, and knows no other decision', async () => {
  const by = await aUser(stet, { role: 'moderator' })
  const { commentId } = await aComment(stet)
  const { decisionId } = await aDecision(stet, { on: commentId, move: 'approve', by })
  for (const other of [
    await aUser(stet, { role: 'writer' }),
    await aUser(stet, { role: 'member' }),
    ANONYMOUS,
  ]) {
    expect(await stet.moderation.decision(other, { decisionId })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    })
  }
  const unknown = await stet.moderation.decision(by, { decisionId: stet.ports.ids.random() })
  expect(unknown).toMatchObject({ ok: false, error: { code: 'not-found' } })
})
