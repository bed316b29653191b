import { expect, test } from 'vitest'
import { checkPictures } from '../../../lib/articles/check-pictures'
import { parseMarkdown } from '../../../lib/articles/document/parse-markdown'
import { picturePath } from '../../../lib/media/media-address'
import type { Media } from '../../../lib/media/media-store'
import { memoryPorts } from '../../support/memory/memory-ports'
import { value } from '../../support/people'

const NAME = 'a'.repeat(26)
const photo: Media = {
  ...{ name: NAME, fileName: 'rope.jpg', width: 5_472, height: 3_648, colour: '#ffffff' },
  ...{ widths: [320, 1_280, 2_560], bytes: 5_000_000, uploadedById: 'u', createdAt: 1 },
  ...{ alt: '', caption: '', credit: '', focus: '' },
}

const found = async (media: Partial<Media>) => {
  const { mediaStore } = memoryPorts()
  const there = { ...photo, ...media }
  const store = Object.assign(Object.create(mediaStore) as typeof mediaStore, {
    find: async (name: string) => (name === NAME ? there : null),
  })
  const doc = value(
    parseMarkdown(`![A rope](${picturePath(NAME)})\n\n![Gone](${picturePath('b'.repeat(26))})`),
  )
  return checkPictures({ mediaStore: store }, doc)
}

test('a photo of twenty megapixels is sent in reasonable sizes', async () => {
  expect(await found({})).toEqual([])
})

test.each([
  ['a strip many screens tall', { width: 2_560, height: 30_000 }, /77 megapixels/],
  ['noise that no format makes small', { bytes: 31_000_000 }, /31 MB/],
])('%s is to be mended, or passed over with a reason', async (_, media, says) => {
  const [check, ...others] = await found(media)
  expect(others).toEqual([])
  expect(check).toMatchObject({ check: 'picture', weight: 'objects', where: picturePath(NAME) })
  expect(check?.says).toMatch(says)
  expect(check?.says).toContain('rope.jpg')
})
