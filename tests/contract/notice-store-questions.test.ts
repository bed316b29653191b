import { expect, it } from 'vitest'
import { DAY, MINUTE } from '../../lib/kernel/clock'
import { onEveryBackend } from './support/backends'
import { ADDRESS, storeWith, type Given, mailDesk } from './support/mail-desk'
import { move, storePiece } from './support/rows'

onEveryBackend('NoticeStore: questions', (world) => {
  const { wishStore, noticeStore, mailLog, now, questions, idOf } = mailDesk(world)

  const asked = async (given: Partial<Given> = {}) => {
    const articleId = given.articleId ?? (await storePiece(world())).id
    const stored = await storeWith(world(), { articleId, ...given }, [
      { kind: 'replies' },
      { kind: 'approved' },
    ])
    await noticeStore().ask(idOf(stored), now())
    return stored
  }

  it('are asked once, with everything that was wished', async () => {
    const { comment, wishes } = await asked()
    await noticeStore().ask(wishes[0]?.id ?? '', now())
    expect(await questions()).toEqual([
      expect.objectContaining({
        subscriptionId: wishes[0]?.id,
        commentId: comment.id,
        email: ADDRESS,
        wishes: ['approved', 'replies'],
        attempts: 1,
      }),
    ])
    expect(await questions()).toEqual([])
  })

  it('are handed out again when their worker died, and not when they were sent', async () => {
    const { wishes } = await asked()
    await questions()
    world().clock.advance(MINUTE)
    const [again] = await questions()
    expect(again?.attempts).toBe(2)
    const noticeIds = [again?.noticeId ?? '']
    await mailLog().sent({ id: 'm', emailKey: ADDRESS, kind: 'question', noticeIds }, now())
    world().clock.advance(DAY)
    await noticeStore().ask(wishes[0]?.id ?? '', now())
    expect(await questions()).toEqual([])
  })

  it.each(['rejected', 'spam', 'removed'] as const)(
    'are not asked about a comment that was %s',
    async (status) => {
      const { comment } = await asked()
      await move(world(), comment.id, status)
      expect(await questions()).toEqual([])
    },
  )

  it('are not asked of who confirmed or stopped, nor under a piece that is not public', async () => {
    await wishStore().confirm(idOf(await asked()), now())
    await wishStore().end({ commentId: (await asked()).comment.id }, now())
    const draft = await storePiece(world(), { status: 'draft', publishedAt: null })
    await asked({ articleId: draft.id })
    expect(await questions()).toEqual([])
    world().clock.advance(DAY)
    expect(await questions()).toEqual([])
  })
})
