import { expect, it } from 'vitest'
import { changeDetails } from '../../../lib/articles/change-details'
import { closesAt } from '../../../lib/articles/closes-at'
import { closingOf } from '../../../lib/articles/closing-of'
import { DAY } from '../../../lib/kernel/clock'
import { must } from '../../support/builders/must'
import { choose, person, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'
import { refusal } from '../../support/people'

it('comments close on the piece’s own date, else so many days after publication', () => {
  const piece = { commentsCloseAt: null, publishedAt: 1_000 }
  expect(closesAt(piece, { closeAfterDays: 0 })).toBeNull()
  expect(closesAt(piece, { closeAfterDays: 2 })).toBe(1_000 + 2 * DAY)
  expect(closesAt({ ...piece, commentsCloseAt: 5 }, { closeAfterDays: 2 })).toBe(5)
})

it('an editor sets mode and closing of a piece; readers’ pages are told, now and then', async () => {
  const ports = memoryPorts()
  const editor = await person(ports, 'editor', 'Ed')
  const { id, slug, version } = await publicPiece(ports, editor)
  const details = {
    ...{ articleId: id, version, zone: 'UTC', bylines: [editor.userId], assignedTo: '' },
    ...{ commentMode: 'open' as const, closesAt: '2100-01-01T00:00', unpublishAt: '', pinnedUntil: '' },
  }
  await must('set', changeDetails(ports, editor, details))
  const closing = Date.parse('2100-01-01T00:00:00Z')
  expect(ports.tables.articles.get(id)).toMatchObject({ commentMode: 'open', commentsCloseAt: closing })
  expect(await closingOf(ports, { slug })).toBe(closing)
  expect(ports.tables.outbox.has(`article.changed:${id}:${version + 1}`)).toBe(true)
  expect(ports.tables.audit.at(-1)).toMatchObject({ detail: { commentMode: 'open', closesAt: closing } })

  expect(refusal(await changeDetails(ports, editor, details)).code).toBe('conflict')
  const next = { ...details, version: version + 1 }
  expect(refusal(await changeDetails(ports, editor, { ...next, closesAt: 'soon' })).fields).toHaveProperty(
    'closesAt',
  )
  for (const role of ['writer', 'moderator', 'member'] as const) {
    const other = await person(ports, role, role)
    expect(refusal(await changeDetails(ports, other, next)).code).toBe('forbidden')
  }
  await must('reset', changeDetails(ports, editor, { ...next, commentMode: '', closesAt: '' }))
  expect(await closingOf(ports, { slug })).toBeNull()
  await choose(ports, { closeAfterDays: 3 })
  expect(await closingOf(ports, { slug })).toBe(ports.clock.now() + 3 * DAY)
})
