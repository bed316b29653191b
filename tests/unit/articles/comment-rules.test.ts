import { expect, it } from 'vitest'
import { closesAt } from '../../../lib/articles/closes-at'
import { closingOf } from '../../../lib/articles/closing-of'
import { setCommentRules } from '../../../lib/articles/set-comment-rules'
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

it('an editor sets mode and last day of a piece; readers’ pages are told, now and then', async () => {
  const ports = memoryPorts()
  const editor = await person(ports, 'editor', 'Ed')
  const { id, slug, version } = await publicPiece(ports, editor)
  const rules = { articleId: id, version, commentMode: 'open', lastDay: '2099-12-31' } as const
  await must('set', setCommentRules(ports, editor, rules))
  const closing = Date.parse('2100-01-01T00:00:00Z')
  expect(ports.tables.articles.get(id)).toMatchObject({ commentMode: 'open', commentsCloseAt: closing })
  expect(await closingOf(ports, { slug })).toBe(closing)
  expect(ports.tables.outbox.has(`article.changed:${id}:${version + 1}`)).toBe(true)
  expect(ports.tables.audit.at(-1)).toMatchObject({ action: 'change.comment-rules' })

  expect(refusal(await setCommentRules(ports, editor, rules)).code).toBe('conflict')
  const wrong = { ...rules, version: version + 1, lastDay: 'soon' }
  expect(refusal(await setCommentRules(ports, editor, wrong)).fields).toHaveProperty('lastDay')
  for (const role of ['writer', 'moderator', 'member'] as const) {
    const other = await person(ports, role, role)
    expect(refusal(await setCommentRules(ports, other, { ...rules, version: version + 1 })).code).toBe(
      'forbidden',
    )
  }
  await must(
    'reset',
    setCommentRules(ports, editor, { ...rules, version: version + 1, commentMode: '', lastDay: '' }),
  )
  expect(await closingOf(ports, { slug })).toBeNull()
  await choose(ports, { closeAfterDays: 3 })
  expect(await closingOf(ports, { slug })).toBe(ports.clock.now() + 3 * DAY)
})
