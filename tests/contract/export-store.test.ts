import { expect, it } from 'vitest'
import { SYSTEM } from '../../lib/kernel/actor'
import { onEveryBackend } from './support/backends'
import { move, recordOf, storeComment, storePiece, storeUser } from './support/rows'

onEveryBackend('ExportStore', (world) => {
  it('gives everything in the order of ids, stretch by stretch', async () => {
    const { id: articleId } = await storePiece(world())
    const other = await storePiece(world())
    const ids = []
    for (let n = 0; n < 3; n += 1) ids.push((await storeComment(world(), { articleId })).id)
    const { exportStore } = world()
    const sorted = ids.toSorted()
    expect((await exportStore.comments('', 2)).map(({ id }) => id)).toEqual(sorted.slice(0, 2))
    expect((await exportStore.comments(sorted[1] ?? '', 2)).map(({ id }) => id)).toEqual(sorted.slice(2))
    expect(await exportStore.pieceIds('', 9)).toEqual([articleId, other.id].toSorted())
    expect(await exportStore.comments('zzz', 9)).toEqual([])
  })

  it('gives a comment with its texts and decisions, and nothing that proves who wrote it', async () => {
    const { id: articleId } = await storePiece(world())
    const facts = { email: 'a@mail.example', emailKey: 'a@mail.example', addressKey: 'address-hash' }
    const { id } = await storeComment(world(), { articleId, name: 'Ann', ...facts, body: 'Hemp.' })
    await move(world(), id, 'approved')
    const [comment] = await world().exportStore.comments('', 9)
    expect(comment).toMatchObject({ id, articleId, status: 'approved', name: 'Ann', email: 'a@mail.example' })
    expect(comment?.revisions).toMatchObject([{ number: 1, state: 'approved', body: 'Hemp.' }])
    expect(comment?.decisions).toMatchObject([{ from: 'pending', to: 'approved', userId: null }])
    const { comment: stored } = await recordOf(world(), id)
    for (const secret of [stored.submissionKey, 'address-hash'])
      expect(JSON.stringify(comment)).not.toContain(secret)
  })

  it('gives people without what opens their accounts, and keeps a line of the log', async () => {
    const { id } = await storeUser(world(), { name: 'Ann', passwordHash: 'a-hash-of-it' })
    const people = await world().exportStore.people('', 9)
    expect(people.find((person) => person.id === id)).toMatchObject({ name: 'Ann' })
    expect(JSON.stringify(people)).not.toContain('a-hash-of-it')
    await world().exportStore.note({ actor: SYSTEM, action: 'export.everything', subject: 'x', detail: {} })
    expect((await world().audits()).at(-1)).toMatchObject({ action: 'export.everything' })
  })
})
