import { expect, it } from 'vitest'
import type { ArticleNote, PreviewLink } from '../../lib/articles/review-store'
import { onEveryBackend } from './support/backends'
import { audit, storePiece } from './support/rows'

onEveryBackend('ReviewStore', (world) => {
  const aLink = (articleId: string, given: Partial<PreviewLink> = {}): PreviewLink => ({
    ...{
      id: world().ids.random(),
      articleId,
      revisionId: null,
      hash: world().ids.random(),
      label: 'For Ada',
    },
    ...{ createdById: world().ids.random(), createdAt: 5, expiresAt: 50, revokedAt: null },
    ...given,
  })
  const aNote = (articleId: string, given: Partial<ArticleNote> = {}): ArticleNote => ({
    ...{
      id: world().ids.random(),
      articleId,
      quote: 'hemp',
      body: 'Or silk?',
      authorId: null,
      authorName: 'Ada',
    },
    ...{ previewLinkId: null, createdAt: 5, settledAt: null },
    ...given,
  })

  it('keeps links, finds one by the hash of its secret, and revokes it once', async () => {
    const { reviewStore } = world()
    const [piece, other] = [await storePiece(world()), await storePiece(world())]
    const [one, two] = [aLink(piece.id), aLink(piece.id, { createdAt: 6, revisionId: 'r' })]
    await reviewStore.addLink(one, audit)
    await reviewStore.addLink(two, audit)
    expect(await reviewStore.findLink(one.hash)).toEqual(one)
    expect(await reviewStore.findLink('unknown')).toBeNull()
    expect(await reviewStore.links(piece.id)).toEqual([two, one])
    expect(await reviewStore.revokeLink(other.id, one.id, 9, audit)).toBe(false)
    expect(await reviewStore.revokeLink(piece.id, one.id, 9, audit)).toBe(true)
    expect(await reviewStore.revokeLink(piece.id, one.id, 10, audit)).toBe(false)
    expect(await reviewStore.findLink(one.hash)).toEqual({ ...one, revokedAt: 9 })
  })

  it('keeps notes, the newest of many, and settles one once', async () => {
    const { reviewStore } = world()
    const [piece, other] = [await storePiece(world()), await storePiece(world())]
    const notes = [5, 6, 7].map((createdAt) => aNote(piece.id, { createdAt }))
    for (const note of notes) await reviewStore.addNote(note, audit)
    expect(await reviewStore.notes(piece.id, 9)).toEqual(notes)
    expect(await reviewStore.notes(piece.id, 2)).toEqual(notes.slice(1))
    expect(await reviewStore.notes(other.id, 9)).toEqual([])
    const noteId = notes[0]?.id ?? ''
    expect(await reviewStore.settleNote(other.id, noteId, 9, audit)).toBe(false)
    expect(await reviewStore.settleNote(piece.id, noteId, 9, audit)).toBe(true)
    expect(await reviewStore.settleNote(piece.id, noteId, 9, audit)).toBe(false)
    expect((await reviewStore.notes(piece.id, 9))[0]).toEqual({ ...notes[0], settledAt: 9 })
  })
})
