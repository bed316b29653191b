import { describe, expect, it } from 'vitest'
import { submitComment, submitCommentInput } from '../../../lib/comments/submit-comment'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import type { Limits } from '../../../lib/kernel/limits'
import { fail, ok } from '../../../lib/kernel/result'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { decideOn, post, publicPiece } from '../../support/conversation'
import { stage, refused, ADVERTISEMENT } from './submission-stage'

describe('what is refused', () => {
  it('says so beside the fields, all at once', async () => {
    const { submit } = await stage()
    const error = await refused(submit({ name: 'Mо Rеader', email: 'not an address' })) // Cyrillic о, е
    expect(error.code).toBe('invalid')
    expect(Object.keys(error.fields ?? {})).toEqual(['name', 'email'])
    const all = await refused(submit({ body: ' ', name: 'x'.repeat(81), email: 'not an address' }))
    expect(Object.keys(all.fields ?? {})).toEqual(['body', 'name', 'email'])
    for (const sentence of Object.values(all.fields ?? {})) expect(all.message).toContain(sentence)
    expect((await refused(submit({ name: 'x'.repeat(81) }))).fields).toHaveProperty('name')
    expect((await refused(submit({ body: ' \n ' }))).fields).toEqual({
      body: 'Please write something first.',
    })
    expect((await refused(submit({ body: 'x'.repeat(10_001) }))).fields?.body).toContain('10,000')
  })

  it('is a piece that is not there, a draft, and one whose comments are closed', async () => {
    const { deps, moderator, submit } = await stage()
    expect((await refused(submit({ slug: 'nowhere' }))).code).toBe('not-found')
    const over = await publicPiece(deps, moderator, { commentMode: 'closed' })
    expect(await refused(submit({ slug: over.slug }))).toMatchObject({
      code: 'conflict',
      message: 'Comments on this piece are closed.',
    })
    expect(deps.tables.comments.size).toBe(0)
  })

  it('is an answer to a hidden comment, in the words for one that never was', async () => {
    const { deps, article, submit } = await stage()
    const { commentId } = await post(deps, { slug: article.slug, body: 'Hidden.' })
    const hidden = await refused(submit({ parentId: commentId, body: 'Reply.' }))
    expect(hidden).toEqual(await refused(submit({ parentId: deps.ids.random(), body: 'Reply.' })))
    expect(hidden.code).toBe('conflict')
  })

  it('is an answer whose parent is hidden between the check and the writing', async () => {
    const { deps, moderator, article } = await stage()
    const parent = await post(deps, { slug: article.slug })
    await decideOn(deps, moderator, parent.commentId, 'approve')
    const slow = {
      ...deps,
      screen: async (draft: Parameters<typeof deps.screen>[0]) => {
        const verdict = await deps.screen(draft)
        await decideOn(deps, moderator, parent.commentId, 'reject')
        return verdict
      },
    }
    const input = { slug: article.slug, parentId: parent.commentId, body: 'Too late.' }
    expect((await refused(submitComment(slow, ANONYMOUS, input, aClient()))).code).toBe('conflict')
    expect(deps.tables.comments.size).toBe(1)
  })

  it('costs nothing when it came back to its writer, until that happens too often', async () => {
    const { deps, article } = await stage()
    const points = new Map<string, number>()
    const add = (name: string, n: number) => points.set(name, (points.get(name) ?? 0) + n)
    let free = true
    const limits: Limits = {
      ...deps.limits,
      take: async (name) => {
        if (name === 'comment.retry' && !free) return fail('limited', 'Enough.')
        add(name, 1)
        return ok(undefined)
      },
      giveBack: async (name) => void add(name, -1),
    }
    const attempt = (body: string) =>
      refused(submitComment({ ...deps, limits }, ANONYMOUS, { slug: article.slug, body }, aClient()))
    await attempt('')
    await attempt(ADVERTISEMENT)
    const none = { 'comment.burst': 0, 'comment.hour': 0, 'comment.article': 0 }
    expect(Object.fromEntries(points)).toEqual({ ...none, 'comment.retry': 2 })
    free = false
    await attempt(ADVERTISEMENT)
    expect(points.get('comment.burst')).toBe(1)
  })

  it.each(['comment.burst', 'comment.hour', 'comment.article'])(
    'is more than %s allows; a repeat costs nothing',
    async (name) => {
      const { deps, article } = await stage()
      const taken: string[] = []
      const limits: Limits = {
        ...deps.limits,
        take: async (limit, key) => {
          taken.push(`${limit} ${key}`)
          return limit === name ? fail('limited', 'Too fast.', { retryAfter: 7 }) : ok(undefined)
        },
      }
      const input = { slug: article.slug, body: 'Quick.' }
      const attempt = () => submitComment({ ...deps, limits }, ANONYMOUS, input, aClient())
      expect(await refused(attempt())).toMatchObject({ code: 'limited', retryAfter: 7 })
      expect(taken.at(-1)).toBe(`${name} ${name === 'comment.article' ? article.id : '198.51.100.1'}`)
      await post(deps, input)
      expect((await must('repeat', attempt())).receipt.repeat).toBe(true)
    },
  )

  it.each([
    { slug: 'a', body: 'b', extra: 1 },
    { slug: 'a', body: ['b'] },
    { slug: 'a', body: { not: 'b' } },
    { slug: ['a'], body: 'b' },
    { slug: 'a', body: 'b', parentId: '../etc/passwd' },
    { slug: 'a', body: 'b', anyway: 'yes' },
    { slug: 'a', body: 'b', website: 'x'.repeat(2_001) },
    { slug: 'a', body: 'b', key: 'short' },
    { slug: 'a', body: 'b', key: 'x'.repeat(65) },
    { slug: 'a', body: 'b'.repeat(100_001) },
    { slug: 'a' },
  ])('is the shape %o', (input) => {
    expect(submitCommentInput.safeParse(input).success).toBe(false)
  })
})
