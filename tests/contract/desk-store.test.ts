import { expect, it } from 'vitest'
import { onEveryBackend } from './support/backends'
import { aRevision, aSubmission, audit, storeComment, storePiece, storeUser } from './support/rows'

onEveryBackend('DeskStore', (world) => {
  it('closes a comment to answers and opens it again, each with its effects, once', async () => {
    const { id: articleId } = await storePiece(world())
    const parent = await storeComment(world(), { articleId, status: 'approved' })
    const set = (closedAt: number | null, key: string, commentId = parent.id) =>
      world().deskStore.setReplies({
        ...{ commentId, closedAt, audit },
        effects: [{ key, effect: { kind: 'comment.changed', commentId, articleId, sight: 'changed' } }],
      })
    const told = async () =>
      (await world().outboxStore.lease(world().clock.now(), 1000, 1)).map(({ key }) => key)
    const isOpen = async () =>
      (await world().threadReader.shown(articleId, parent.id, world().clock.now()))?.takesReplies
    const answer = async () =>
      (await world().commentStore.insert(aSubmission(world(), { articleId, parent }))).kind
    await told()
    expect([await isOpen(), await answer()]).toEqual([true, 'stored'])
    expect([await set(5, 'close'), await set(6, 'again')]).toEqual([true, false])
    expect([await isOpen(), await answer()]).toEqual([false, 'parent-hidden'])
    expect(await world().queueReader.card(parent.id)).toMatchObject({ repliesClosed: true })
    expect(await told()).toEqual(['close'])
    expect([await set(null, 'open'), await set(null, 'again')]).toEqual([true, false])
    expect([await isOpen(), await answer()]).toEqual([true, 'stored'])
    expect(await set(5, 'nowhere', '0'.repeat(26))).toBe(false)
    expect(await told()).toEqual(['open'])
  })

  it('keeps notes of several, oldest first, with their authors’ names', async () => {
    const { id: articleId } = await storePiece(world())
    const [one, other] = [
      await storeComment(world(), { articleId }),
      await storeComment(world(), { articleId }),
    ]
    const ada = await storeUser(world(), { role: 'moderator' })
    const note = (commentId: string, body: string) =>
      world().deskStore.addNote({
        ...{ id: world().ids.ordered(), commentId, userId: ada.id, body },
        createdAt: world().clock.now(),
      })
    expect(await note(one.id, 'first')).toBe(true)
    expect(await note(other.id, 'elsewhere')).toBe(true)
    expect(await note(one.id, 'second')).toBe(true)
    expect(await note('0'.repeat(26), 'nowhere')).toBe(false)
    const notes = await world().deskStore.notesOn([one.id])
    expect(notes.map(({ body, userName }) => [body, userName])).toEqual([
      ['first', ada.name],
      ['second', ada.name],
    ])
    expect(await world().deskStore.notesOn([])).toEqual([])
  })

  it('watches pieces for one person, and finds them by address, writer and list', async () => {
    const [piece, another] = [await storePiece(world()), await storePiece(world())]
    const [ada, ben] = [await storeUser(world()), await storeUser(world())]
    const { deskStore } = world()
    const ids = async (question: Parameters<typeof deskStore.pieces>[0]) =>
      (await deskStore.pieces(question)).map(({ id }) => id)
    for (let times = 0; times < 2; times += 1) await deskStore.watch(ada.id, piece.id, true)
    expect(await ids({ watchedBy: ada.id })).toEqual([piece.id])
    expect(await ids({ watchedBy: ben.id })).toEqual([])
    expect(await ids({ slug: another.slug })).toEqual([another.id])
    expect(await ids({ slug: 'no-such-piece' })).toEqual([])
    for (let times = 0; times < 2; times += 1) await deskStore.watch(ada.id, piece.id, false)
    expect(await ids({ watchedBy: ada.id })).toEqual([])
  })

  it('knows who has a byline, by name', async () => {
    const { deskStore } = world()
    await storeUser(world(), { name: 'Aaron, who writes nothing' })
    const [zoe, ada] = [await storeUser(world(), { name: 'Zoe' }), await storeUser(world(), { name: 'Ada' })]
    for (const createdById of [zoe.id, ada.id, zoe.id]) await storePiece(world(), { createdById })
    const asWriter = ({ slug, name }: typeof ada) => ({ slug, name })
    expect(await deskStore.writers(9)).toEqual([ada, zoe].map(asWriter))
    expect(await deskStore.writers(1)).toEqual([asWriter(ada)])
  })

  it('knows the languages of pieces: of what readers see, else of the draft, as they change', async () => {
    const known = () => world().deskStore.languages()
    expect(await known()).toEqual([])
    const { id, createdById } = await storePiece(world(), {}, { language: 'sr-Latn' })
    const draft = { status: 'draft', liveRevisionId: null, publishedAt: null } as const
    const unseen = await storePiece(world(), draft, { language: 'de-AT' })
    for (const language of ['en', 'en', 'pt-BR']) await storePiece(world(), {}, { language })
    expect(await known()).toEqual(['de-AT', 'en', 'pt-BR', 'sr-Latn'])

    const { articleStore } = world()
    const change = { audit, effects: [] }
    const revision = aRevision(world(), { id, createdById }, { language: 'sr-Cyrl' })
    const saved = {
      ...change,
      articleId: id,
      expectVersion: 1,
      set: { draftRevisionId: revision.id },
      revision,
    }
    expect(await articleStore.apply(saved)).toBe('stored')
    expect(await known()).toContain('sr-Latn')
    const published = { ...change, articleId: id, expectVersion: 2, set: { liveRevisionId: revision.id } }
    expect(await articleStore.apply(published)).toBe('stored')
    const record = await articleStore.find(unseen.id)
    if (!record) throw new Error('no piece')
    const rewritten = { ...record.draft, language: 'fr' }
    const resaved = { ...change, articleId: unseen.id, expectVersion: 1, set: {}, rewritten }
    expect(await articleStore.apply(resaved)).toBe('stored')
    expect(await known()).toEqual(['en', 'fr', 'pt-BR', 'sr-Cyrl'])
  })
})
