import { expect, it } from 'vitest'
import { type Actor, SYSTEM } from '../../lib/kernel/actor'
import { onEveryBackend } from './support/backends'
import { storePiece, storeUser } from './support/rows'

onEveryBackend('PieceLog', (world) => {
  /** Something that leaves no more than a line. */
  const note = async (articleId: string, action: string, actor: Actor): Promise<void> => {
    const { ids, reviewStore } = world()
    await reviewStore.addLink(
      {
        ...{ id: ids.random(), articleId, revisionId: null, hash: ids.random(), label: '' },
        ...{ createdById: 'u', createdAt: 5, expiresAt: 50, revokedAt: null },
      },
      { actor, action, subject: `article:${articleId}`, detail: { reason: 'so' } },
    )
  }

  it('gives what was done to one piece, newest first, with names and reasons', async () => {
    const { pieceLog, clock } = world()
    const { id: userId } = await storeUser(world(), { name: 'Ada' })
    const ada: Actor = { kind: 'user', userId, role: 'editor', name: 'Ada', sessionId: 's' }
    const [piece, other] = [await storePiece(world()), await storePiece(world())]
    await note(piece.id, 'publish.article', ada)
    await note(piece.id, 'make.preview', ada)
    await note(other.id, 'publish.article', ada)
    await note(piece.id, 'trash.article', SYSTEM)
    const wanted = ['publish.article', 'trash.article']
    const at = clock.now()
    const lines = [
      { at, by: null, action: 'trash.article', detail: { reason: 'so' } },
      { at, by: 'Ada', action: 'publish.article', detail: { reason: 'so' } },
    ]
    expect(await pieceLog.of(piece.id, wanted, 9)).toEqual(lines)
    expect(await pieceLog.of(piece.id, wanted, 1)).toEqual(lines.slice(0, 1))
    expect(await pieceLog.of('nobody', wanted, 9)).toEqual([])
  })
})
