import { describe, expect, it } from 'vitest'
import { staleBy } from '../../../lib/press/stale'

const [commentId, articleId] = ['c', 'a']

describe('what a change makes stale', () => {
  it('is what readers see of it', () => {
    for (const sight of ['appeared', 'vanished', 'changed'] as const) {
      const tags = staleBy({ kind: 'comment.changed', commentId, articleId, sight })
      expect(tags).toEqual(['conversation', 'thread:a'])
    }
    expect(staleBy({ kind: 'comment.recommended', commentId, articleId })).toEqual(['thread:a'])
    expect(staleBy({ kind: 'article.changed', articleId, slugs: [] })).toEqual([
      'pieces',
      'conversation',
      'piece:a',
      'thread:a',
    ])
    expect(staleBy({ kind: 'settings.changed', key: 'site' })).toEqual(['site'])
  })

  it('is nothing where readers see nothing', () => {
    expect(staleBy({ kind: 'comment.changed', commentId, articleId, sight: 'none' })).toEqual([])
    expect(staleBy({ kind: 'comment.submitted', commentId, articleId })).toEqual([])
    expect(staleBy({ kind: 'comment.reported', commentId, articleId })).toEqual([])
    expect(staleBy({ kind: 'subscription.asked', subscriptionId: 's' })).toEqual([])
  })
})
