import { expect, it } from 'vitest'
import { listSitemap } from '@/lib/feeds/list-sitemap'
import type { SitemapRow } from '@/lib/feeds/feed-reader'
import { memoryPorts } from '../../support/memory/memory-ports'

const picture = { name: 'a1', width: 1600, height: 900, colour: '#123456', widths: [320, 960, 1600] }
const cover = { picture, alt: '', credit: '', focus: '' }
const row = {
  slug: 'ropes',
  kind: 'piece',
  html: '<p><img src="/media/b2-960.jpg" /></p>',
  changedAt: 0,
} as const

const imagesOf = async (piece: SitemapRow) => {
  const { feedReader, clock } = memoryPorts()
  Object.assign(feedReader, { sitemapPart: async () => [piece] })
  const [listed] = await listSitemap({ feedReader, clock }, { number: 1 })
  return listed?.images
}

it('names the cover of a piece before the pictures of its text', async () => {
  expect(await imagesOf({ ...row, cover })).toEqual(['/media/a1-960.jpg', '/media/b2-960.jpg'])
  expect(await imagesOf({ ...row, cover: null })).toEqual(['/media/b2-960.jpg'])
})
