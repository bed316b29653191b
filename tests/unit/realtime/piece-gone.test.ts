import { describe, expect, it } from 'vitest'
import { changeArticleStatus } from '../../../lib/articles/change-article-status'
import { publishArticle } from '../../../lib/articles/publish-article'
import { must } from '../../support/builders/must'
import { openPages } from './open-pages'

describe('a piece that is not public any more', () => {
  it('ends its streams and says nothing; a piece that changed goes on', async () => {
    const { open, write, decide, deps, moderator, piece, drain } = await openPages()
    const { commentId } = await write()
    await decide(commentId, 'approve')
    const page = await open()
    page.news()
    const { version } = piece
    await deps.articleStore.apply({
      articleId: piece.id,
      expectVersion: version,
      set: { commentMode: 'closed' },
      audit: { actor: moderator, action: 'save.article', subject: `article:${piece.id}`, detail: {} },
      effects: [
        { key: 'changed', effect: { kind: 'article.changed', articleId: piece.id, slugs: [piece.slug] } },
      ],
    })
    await drain()
    expect(page.gone).toBe(false)
    const change = { articleId: piece.id, version: version + 1, move: 'unpublish' } as const
    await must('unpublish', changeArticleStatus(deps, moderator, change))
    await decide(commentId, 'reject')
    expect(page.gone).toBe(true)
    expect(page.text).toBe('')
  })

  it('ends them within a minute even when nobody says so', async () => {
    const { open, deps, piece, tick } = await openPages()
    const page = await open()
    const article = deps.tables.articles.get(piece.id)
    if (!article) throw new Error('no piece')
    deps.tables.articles.set(piece.id, { ...article, publishedAt: deps.clock.now() + 10 * 60_000 })
    for (let second = 0; second < 60; second += 1) await tick()
    expect(page.gone).toBe(true)
  })

  it('is live again when it is public again, without what happened in between', async () => {
    const { open, write, decide, deps, moderator, piece, drain } = await openPages()
    const page = await open()
    const [{ id: last }] = page.news() as unknown as [{ id: string }]
    const { commentId } = await write()
    const change = { articleId: piece.id, version: piece.version, move: 'unpublish' } as const
    const { version } = await must('unpublish', changeArticleStatus(deps, moderator, change))
    await drain()
    await decide(commentId, 'approve')
    await decide(commentId, 'reject')
    await must('publish', publishArticle(deps, moderator, { articleId: piece.id, version }))
    await drain()
    const back = await open({ last })
    expect(back.news().map(({ event }) => event)).toEqual(['hello', 'reset'])
  })
})
