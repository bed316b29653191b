import { expect, it } from 'vitest'
import { locateComment } from '../../../lib/comments/locate-comment'
import { readComment } from '../../../lib/comments/read-comment'
import type { ThreadReader } from '../../../lib/comments/thread-reader'
import { openDecision } from '../../../lib/moderation/open-decision'
import { person } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

/** PostgreSQL ends a query that holds a NUL with an error: what cannot be an id is not looked up. */
const ODD = ['', '\u0000', 'x', '0'.repeat(25), '0'.repeat(27), '../..', '0'.repeat(25) + '\u0000', '\ud800']

const asked = (): never => {
  throw new Error('The store was asked.')
}

it.each(ODD)('%j names no comment and no decision', async (id) => {
  const ports = memoryPorts()
  const moderator = await person(ports, 'moderator', 'Mo')
  const threadReader: ThreadReader = { ...ports.threadReader, visible: asked }
  const deps = { ...ports, threadReader, commentStore: { ...ports.commentStore, findDecision: asked } }
  expect(await locateComment(deps, { commentId: id })).toBeNull()
  expect(await readComment(deps, { articleId: ports.ids.random(), commentId: id })).toBeNull()
  expect(await openDecision(deps, moderator, { decisionId: id })).toMatchObject({
    error: { code: 'not-found' },
  })
})
