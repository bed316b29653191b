import { expect, it } from 'vitest'
import { picturePath } from '../../../lib/media/media-address'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const name = '0123456789abcdef0123456789'
const media = {
  ...{ name, width: 1600, height: 900, colour: '#336699', widths: [320, 1280, 1600] },
  ...{ alt: '', caption: '', credit: '', focus: '', fileName: 'a.jpg', bytes: 1, createdAt: 0 },
}
const cover = picturePath(name)

it('a cover is a draft’s own until it is published, and goes with its revision', async () => {
  const { ports, start, save, open, publish, read, owner } = await studio()
  ports.tables.media.set(name, { ...media, uploadedById: owner.userId })
  const articleId = await start()
  value(await save(articleId, { title: 'Ropes', text: 'Hemp.' }))
  value(await publish(articleId))
  value(await save(articleId, { cover, coverAlt: ' Rope ', coverFocus: '40 100' }))
  expect((await read('ropes'))?.cover).toBeNull()
  expect(await open(articleId)).toMatchObject({ cover, coverAlt: 'Rope', coverFocus: '40 100' })
  value(await publish(articleId))
  value(await save(articleId, { title: 'Knots' }))
  expect((await read('ropes'))?.cover).toEqual({
    path: `/media/${name}.jpg`,
    src: `/media/${name}-1280.jpg`,
    srcset: `/media/${name}-320.jpg 320w, /media/${name}-1280.jpg 1280w, /media/${name}-1600.jpg 1600w`,
    others: [
      {
        type: 'image/avif',
        srcset: `/media/${name}-320.avif 320w, /media/${name}-1280.avif 1280w, /media/${name}-1600.avif 1600w`,
      },
      {
        type: 'image/webp',
        srcset: `/media/${name}-320.webp 320w, /media/${name}-1280.webp 1280w, /media/${name}-1600.webp 1600w`,
      },
    ],
    ...{ width: 1600, height: 900, colour: '#336699', alt: 'Rope', credit: '', focus: '40-100' },
    crops: {
      wide: `/media/${name}-16x9-40-100.jpg`,
      standard: `/media/${name}-4x3-40-100.jpg`,
      square: `/media/${name}-1x1-40-100.jpg`,
    },
  })
  expect((await open(articleId)).cover).toBe(cover)
  value(await save(articleId, { cover: '' }))
  expect((await open(articleId)).cover).toBe('')
})

it('a cover that is not in the library, or looks nowhere, is refused at its field', async () => {
  const { ports, start, save, owner } = await studio()
  ports.tables.media.set(name, { ...media, uploadedById: owner.userId })
  const articleId = await start()
  for (const elsewhere of [
    '/media/nothing.jpg',
    `https://evil.example${cover}`,
    picturePath('f'.repeat(26)),
  ]) {
    const error = refusal(await save(articleId, { title: 'A', cover: elsewhere }))
    expect(error.fields?.cover).toContain('media library')
  }
  const error = refusal(await save(articleId, { title: 'A', cover, coverFocus: '101 0' }))
  expect(error.fields?.coverFocus).toContain('from 0 to 100')
})

it('figures of the library are rendered with their sizes, links to public pieces with their addresses', async () => {
  const { ports, start, save, open, publicPiece, owner } = await studio()
  ports.tables.media.set(name, { ...media, uploadedById: owner.userId })
  const target = await publicPiece('Ropes')
  const hidden = await start()
  const articleId = await start()
  value(
    await save(articleId, {
      title: 'A',
      text: `![A](${cover})\n\n[a](/pieces/${target}) [b](/pieces/${hidden})`,
    }),
  )
  const { html } = await open(articleId)
  expect(html).toContain('width="1600" height="900"')
  expect(html).toContain(`<a href="/articles/ropes">a</a> <a href="/pieces/${hidden}">b</a>`)
})
