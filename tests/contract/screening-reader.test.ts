import { expect, it } from 'vitest'
import { COMMENT_STATUSES } from '../../lib/comments/comment-status'
import { DAY } from '../../lib/kernel/clock'
import { NOTHING_DONE, WRITTEN_MAX } from '../../lib/moderation/screening-reader'
import { onEveryBackendAndThread } from './support/backends'
import { aSubmission, move, storeComment, storePiece, storeUser } from './support/rows'

onEveryBackendAndThread('ScreeningReader', (world) => {
  const since = () => ({ decided: world().clock.now() - DAY, written: world().clock.now() - 1_000 })

  it('knows what a proven identity has done: what stands, what was decided lately, and how fast it writes', async () => {
    const { id: userId } = await storeUser(world(), { role: 'member' })
    const { id: articleId } = await storePiece(world())
    const reader = world().screeningReader
    const wrote = async (status: 'approved' | 'rejected' | 'spam' | 'pending') =>
      (await storeComment(world(), { articleId, userId, status })).id
    await wrote('approved')
    world().clock.advance(2 * DAY)
    await wrote('approved')
    await wrote('rejected')
    world().clock.advance(5_000)
    const last = world().clock.now()
    const spam = await wrote('spam')
    await wrote('pending')
    await storeComment(world(), { articleId, status: 'rejected' })
    expect(await reader.author({ userId }, since(), null)).toEqual({
      approved: 2,
      turnedAway: 2,
      decided: 3,
      against: 2,
      written: 2,
    })
    expect(await reader.author({ userId }, since(), spam)).toMatchObject({
      decided: 2,
      against: 1,
      written: 1,
    })
    expect(await reader.author({ guestId: 'nobody' }, since(), null)).toEqual(NOTHING_DONE)
    expect(await reader.lastUnder({ userId }, articleId)).toBe(last)
    expect(await reader.lastUnder({ userId }, 'elsewhere')).toBeNull()
  })

  it('knows what guests wrote under a piece from a network, and under which names', async () => {
    const { id: articleId } = await storePiece(world())
    const { id: elsewhere } = await storePiece(world())
    const { id: userId } = await storeUser(world(), { role: 'member' })
    const { clock, screeningReader } = world()
    const write = (given: Parameters<typeof storeComment>[1]) => storeComment(world(), given)
    const since = clock.now()
    await write({ articleId, addressKey: 'here', nameKey: 'too early' })
    clock.advance(1)
    const first = clock.now()
    await write({ articleId, addressKey: 'here', nameKey: 'sal', status: 'spam' })
    clock.advance(1)
    await write({ articleId, addressKey: 'yesterday', nameKey: '' })
    await write({ articleId, addressKey: 'there', nameKey: 'ines' })
    await write({ articleId: elsewhere, addressKey: 'here', nameKey: 'ines' })
    await write({ articleId, addressKey: 'here', nameKey: 'a member', userId })
    expect(await screeningReader.guestsFrom(['here', 'yesterday'], articleId, since)).toEqual([
      { at: first + 1, nameKey: '', visible: false },
      { at: first, nameKey: 'sal', visible: false },
    ])
    expect(await screeningReader.guestsFrom([], articleId, since)).toEqual([])
  })

  it('tells of what guests wrote from a network which of it everybody sees', async () => {
    const { id: articleId } = await storePiece(world())
    const since = world().clock.now() - 1
    const write = (given: Partial<Parameters<typeof storeComment>[1]>) =>
      storeComment(world(), { articleId, addressKey: 'here', ...given })
    for (const status of COMMENT_STATUSES) await write({ nameKey: status, status })
    const parent = await storeComment(world(), { articleId, status: 'approved' })
    await write({ nameKey: 'below', status: 'approved', parent })
    const seen = async () =>
      (await world().screeningReader.guestsFrom(['here'], articleId, since))
        .flatMap(({ nameKey, visible }) => (visible ? [nameKey] : []))
        .sort()
    expect(await seen()).toEqual(['approved', 'below'])
    await move(world(), parent.id, 'rejected')
    expect(await seen(), 'hidden with what it answers').toEqual(['approved'])
  })

  it('counts every status for the speed, each moment to the millisecond, and only this person', async () => {
    const { id: userId } = await storeUser(world(), { role: 'member' })
    const { id: articleId } = await storePiece(world())
    const { clock, screeningReader } = world()
    const first = await storeComment(world(), { articleId, userId, status: 'approved' })
    clock.advance(1)
    const edge = clock.now()
    for (const status of COMMENT_STATUSES) await storeComment(world(), { articleId, userId, status })
    const guest = await storeComment(world(), { articleId, status: 'spam' })
    const author = (from: number, except: string | null = null) =>
      screeningReader.author({ userId }, { decided: from, written: from }, except)
    const all = { approved: 2, turnedAway: 2, decided: 3, against: 2, written: COMMENT_STATUSES.length }
    expect(await author(edge)).toEqual(all)
    expect(await author(edge + 1)).toEqual({ ...all, decided: 0, against: 0, written: 0 })
    expect(await author(first.createdAt)).toEqual({
      ...all,
      decided: 4,
      written: COMMENT_STATUSES.length + 1,
    })
    expect(await author(edge, first.id)).toEqual({ ...all, approved: 1 })
    const since = { decided: edge, written: edge }
    const own = await screeningReader.author({ guestId: guest.guestId ?? '' }, since, null)
    expect(own).toEqual({ approved: 0, turnedAway: 1, decided: 1, against: 1, written: 1 })
    // An id is a guest's or an account's, never both.
    expect(await screeningReader.author({ guestId: userId }, since, null)).toEqual(NOTHING_DONE)
  })

  it('counts what stands among the newest fifty, and everything that was turned away', async () => {
    const { id: articleId } = await storePiece(world())
    const { clock, screeningReader } = world()
    const { guestId } = await storeComment(world(), { articleId, status: 'approved' })
    const wrote = async (status: 'rejected' | 'pending') => {
      clock.advance(1)
      await storeComment(world(), { articleId, guestId, status })
    }
    await wrote('rejected')
    for (let n = 0; n < 48; n += 1) await wrote('pending')
    const record = () =>
      screeningReader.author({ guestId: guestId ?? '' }, { decided: 0, written: clock.now() }, null)
    const all = { approved: 1, turnedAway: 1, decided: 2, against: 1, written: 1 }
    expect(await record()).toEqual(all)
    await wrote('pending')
    expect(await record()).toEqual({ ...all, approved: 0, decided: 1 })
  })

  it('counts what is written in a rush no further than anybody asks', async () => {
    const { id: articleId } = await storePiece(world())
    const { guestId, createdAt } = await storeComment(world(), { articleId })
    const written = async () =>
      (
        await world().screeningReader.author(
          { guestId: guestId ?? '' },
          { decided: 0, written: createdAt },
          null,
        )
      ).written
    for (let n = 2; n < WRITTEN_MAX; n += 1) await storeComment(world(), { articleId, guestId })
    expect(await written()).toBe(WRITTEN_MAX - 1)
    for (let n = 0; n < 3; n += 1) await storeComment(world(), { articleId, guestId })
    expect(await written()).toBe(WRITTEN_MAX)
  })

  it('knows what became of comments that linked to a place, as it is now', async () => {
    const { id: articleId } = await storePiece(world())
    const linking = async (...domains: string[]) => {
      const submission = { ...aSubmission(world(), { articleId }), domains }
      await world().commentStore.insert(submission)
      return submission.comment.id
    }
    const [one, two] = [await linking('pills.example', 'fine.example'), await linking('pills.example')]
    await move(world(), one, 'spam')
    await move(world(), two, 'approved')
    const records = (except: string | null = null) =>
      world().screeningReader.domains(['pills.example', 'fine.example', 'new.example'], except)
    expect(await records()).toEqual([
      { domain: 'pills.example', approved: 1, against: 1 },
      { domain: 'fine.example', approved: 0, against: 1 },
    ])
    expect(await records(one)).toEqual([{ domain: 'pills.example', approved: 1, against: 0 }])
    await move(world(), one, 'approved')
    expect(await records()).toMatchObject([{ against: 0 }, { against: 0 }])
  })

  it('names the staff by their skeletons', async () => {
    await storeUser(world(), { role: 'member', nameKey: 'reader' })
    await storeUser(world(), { role: 'editor', nameKey: 'ada' })
    await storeUser(world(), { role: 'moderator', nameKey: 'gone', disabledAt: 1 })
    expect(await world().screeningReader.staffNames()).toEqual(['ada'])
  })

  it('knows of every comment as soon as it is answered for, and of every decision', async () => {
    const { id: articleId } = await storePiece(world())
    const { clock, screeningReader } = world()
    const first = await storeComment(world(), { articleId, status: 'approved' })
    const { guestId } = first
    const approved = async () =>
      (await screeningReader.author({ guestId: guestId ?? '' }, since(), null)).approved
    expect(await approved()).toBe(1)
    const wrote = () => storeComment(world(), { articleId, guestId, status: 'approved' })
    const second = await wrote()
    expect(await approved()).toBe(2)
    expect(await move(world(), second.id, 'rejected')).toBe(true)
    expect(await approved()).toBe(1)
    for (let n = 0; n < 50; n += 1) {
      clock.advance(1)
      await storeComment(world(), { articleId, guestId, status: 'pending' })
    }
    expect(await approved()).toBe(0)
    await Promise.all(Array.from({ length: 5 }, wrote))
    expect(await approved()).toBe(5)
  })
})
