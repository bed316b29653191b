import { beforeEach, describe, expect, it } from 'vitest'
import { compose } from '../../../lib/compose'
import { readEnv } from '../../../lib/env'
import { type ReaderPages, readerPages } from '../../../server/render/reader-pages'
import { aClient } from '../../support/builders/a-client'
import { aPiece } from '../../support/builders/a-piece'
import { memoryPorts } from '../../support/memory/memory-ports'

const stet = compose(memoryPorts())
const env = readEnv({ NODE_ENV: 'test' })
const styles = {
  dress: async () => ({
    ...{ classes: 'a b', preloads: ['/a.woff2'], styleSheets: ['/a.css'], island: '/islands/reader-1.js' },
    styleOf: () => ({ style: 'a>b{}', policy: "'sha256-x'" }),
  }),
}

let pages: ReaderPages
let path = ''
beforeEach(async () => {
  pages = readerPages({ stet, env }, styles)
  path = (await aPiece(stet, { title: 'Ropes & <knots>' })).path
})

describe('a page of the reader’s side', () => {
  it('is a whole document, and a text cannot end what it stands in', async () => {
    const { status, bytes, style } = await pages.render({ path })
    const html = bytes.toString()
    expect([status, style]).toEqual([200, "'sha256-x'"])
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en" class="a b"><head><meta charSet="utf-8"\/>/)
    const faces = '<link rel="preload" href="/a.woff2" as="font" crossorigin="" type="font/woff2"/>'
    const sheet = '<link rel="stylesheet" href="/a.css"/>'
    expect(html.indexOf(faces)).toBeGreaterThan(0)
    expect(html.indexOf(faces)).toBeLessThan(html.indexOf('<title>'))
    expect(html).toContain(`${sheet}<style>a>b{}</style></head>`)
    expect(html).toContain('<title>Ropes &amp; &lt;knots&gt; · ')
    expect(html).not.toContain('<knots>')
    expect(html.match(/<script[^>]*>/g)?.at(-1)).toBe(
      '<script type="module" src="/islands/reader-1.js" fetchPriority="low">',
    )
  })

  it('names the island where it has something for it, and no script elsewhere', async () => {
    const island = 'src="/islands/reader-1.js"'
    expect((await pages.render({ path })).bytes.toString()).toContain(island)
    for (const plain of ['/', '/archive', '/tags', '/articles/none']) {
      const html = (await pages.render({ path: plain })).bytes.toString()
      expect(html, plain).toMatch(/<\/body><\/html>$/)
      expect(html, plain).not.toContain('/islands/')
    }
  })

  it('says 404 of what it cannot show, whatever asked for it', async () => {
    const visitor = { client: aClient(), cookie: null }
    for (const nothing of ['/articles/none', `${path}?after=nonsense`, '/tags/none', '/archive/1900']) {
      expect((await pages.render({ path: nothing })).status, nothing).toBe(404)
    }
    for (const nothing of ['/articles/none/mine', '/comments/x/report', '/preview/x', '/confirm']) {
      expect((await pages.render({ path: nothing, visitor })).status, nothing).toBe(404)
    }
  })

  it('for one visitor is not made for everybody', async () => {
    for (const own of [`${path}/mine`, `${path}/respond`, '/search?q=ropes']) {
      await expect(pages.render({ path: own })).rejects.toThrow('There is no page at')
    }
  })

  it('of results has a title of whole signs, however long the question is', async () => {
    const typed = `${'x'.repeat(59)}\u{1f6a2}${'y'.repeat(40)}`
    const visitor = { client: aClient(), cookie: null }
    const { bytes } = await pages.render({ path: `/search?q=${encodeURIComponent(typed)}`, visitor })
    expect(bytes.toString()).toContain(`<title>${'x'.repeat(59)}\u{1f6a2} · Search · `)
    expect(bytes.toString()).not.toContain('\ufffd')
  })

  it('that does not exist is a mistake, and its secrets are not told', async () => {
    for (const nowhere of ['/nowhere?key=secret', '/desk?key=secret', '//x?key=secret']) {
      const failure = await pages.render({ path: nowhere }).catch(String)
      expect(failure).toMatch(/There is no page at \/[^?]*\.$/)
      expect(failure).not.toContain('secret')
    }
  })
})
