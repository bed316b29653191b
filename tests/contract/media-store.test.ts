import { expect, it } from 'vitest'
import type { Cover } from '../../lib/articles/cover'
import { picturePath } from '../../lib/media/media-address'
import type { Media } from '../../lib/media/media-store'
import { onEveryBackend } from './support/backends'
import { aRevision, audit, storePiece, storeUser } from './support/rows'

const named = (sign: string): string => sign.repeat(26)
const WORDS = { alt: 'A ferry', caption: '', credit: '', focus: '' }

onEveryBackend('MediaStore', (world) => {
  const store = async (sign: string, given: Partial<Media> = {}): Promise<Media> => {
    const media: Media = {
      ...{ name: named(sign), width: 1600, height: 900, colour: '#336699', widths: [320, 1600], ...WORDS },
      ...{ fileName: 'ferry.jpg', bytes: 12_345, createdAt: world().clock.now() },
      uploadedById: given.uploadedById ?? (await storeUser(world())).id,
      ...given,
    }
    expect(await world().mediaStore.insert(media, audit)).toBe('stored')
    return media
  }
  const shows = (sign: string) => ({
    document: { type: 'doc', content: [{ type: 'figure', attrs: { src: picturePath(named(sign)) } }] },
  })
  const remove = (sign: string) => world().mediaStore.remove(named(sign), audit)

  it('keeps a picture once, whole', async () => {
    const media = await store('a')
    expect(await world().mediaStore.find(media.name)).toEqual(media)
    expect(await world().mediaStore.insert({ ...media, alt: 'other' }, audit)).toBe('known')
    expect(await world().mediaStore.find(media.name)).toEqual(media)
    expect(await world().mediaStore.find(named('b'))).toBeNull()
  })

  it('tells pages what they must know of those there are', async () => {
    const { name } = await store('a')
    const picture = { name, width: 1600, height: 900, colour: '#336699', widths: [320, 1600] }
    expect(await world().mediaStore.pictures([name, named('b')])).toEqual([picture])
    expect(await world().mediaStore.pictures([])).toEqual([])
  })

  it('lists the newest first, page by page', async () => {
    const uploadedById = (await storeUser(world())).id
    for (const [sign, createdAt] of [
      ['a', 1],
      ['b', 2],
      ['c', 2],
    ] as const)
      await store(sign, { uploadedById, createdAt })
    const names = async (after: { at: number; id: string } | null) =>
      (await world().mediaStore.list(after, 2)).map(({ name }) => name.charAt(0))
    expect(await names(null)).toEqual(['c', 'b', 'a'])
    expect(await names({ at: 2, id: named('b') })).toEqual(['a'])
  })

  it('changes what is said of a picture', async () => {
    const { name } = await store('a')
    const words = { alt: 'B', caption: 'C', credit: 'D', focus: '1 2' }
    expect(await world().mediaStore.describe(name, words, audit)).toBe(true)
    expect(await world().mediaStore.find(name)).toMatchObject(words)
    expect(await world().mediaStore.describe(named('b'), words, audit)).toBe(false)
  })

  it('knows the pieces whose draft or public text shows it, and lets none of theirs go', async () => {
    const { name, ...media } = await store('a')
    const picture = { name, width: media.width, height: media.height, colour: '', widths: media.widths }
    const cover: Cover = { picture, alt: '', credit: '', focus: '' }
    const inText = await storePiece(world(), {}, { ...shows('a'), title: 'In the text' })
    const onTop = await storePiece(world(), { status: 'trashed' }, { cover, title: 'On top' })
    await storePiece(world(), {}, shows('b'))
    expect((await world().mediaStore.usesOf([name, named('c')])).get(name)).toEqual([
      { articleId: inText.id, title: 'In the text' },
      { articleId: onTop.id, title: 'On top' },
    ])
    expect(await remove('a')).toBe('in-use')
    expect(await world().mediaStore.find(name)).not.toBeNull()
  })

  it('forgets a use when neither draft nor public text has it any more', async () => {
    await store('a')
    const piece = await storePiece(world(), { liveRevisionId: null, status: 'draft' }, shows('a'))
    const revision = aRevision(world(), piece)
    const set = { draftRevisionId: revision.id }
    const { id: articleId, version: expectVersion } = piece
    await world().articleStore.apply({ articleId, expectVersion, set, revision, audit, effects: [] })
    expect((await world().mediaStore.usesOf([named('a')])).get(named('a'))).toEqual([])
    expect(await remove('a')).toBe('removed')
    expect(await remove('a')).toBe('missing')
  })
})
