import { describe, expect, it } from 'vitest'
import { stripScripts } from '../../../server/answer/strip-scripts'

/** As Next 16.4.5 renders it, shortened. */
const PAGE =
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>' +
  '<link rel="preload" href="/_next/static/media/literata.woff2" as="font" crossorigin="" type="font/woff2"/>' +
  '<link rel="stylesheet" href="/_next/static/chunks/3a.css" data-precedence="next"/>' +
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/0j.js"/>' +
  '<script src="/_next/static/chunks/3j.js" async=""></script>' +
  '<script type="module" src="/islands/reader-3FQ2.js" async=""></script>' +
  '<title>T</title><link rel="canonical" href="http://localhost:3000/articles/t"/>' +
  '<script src="/_next/static/chunks/0c.js" noModule=""></script></head>' +
  '<body><div hidden=""><!--$--><!--/$--></div><main><h1>T</h1>' +
  '<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>' +
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"T"}</script></main><!--$--><!--/$-->' +
  '<script id="_R_">(globalThis["TURBOPACK"] || []).push({})</script>' +
  '<script>self.__next_f.push([1,"0:{\\"P\\":null}\\n"])</script></body></html>'

describe('stripping a rendered page', () => {
  const stripped = stripScripts(PAGE)

  it('leaves no script of the framework', () => {
    expect(stripped.match(/<script/g)).toHaveLength(2)
    expect(stripped).not.toMatch(/__next_f|TURBOPACK|as="script"|chunks\/[^"]*\.js/)
  })

  it('keeps structured data and the island', () => {
    expect(stripped).toContain(
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"T"}</script>',
    )
    expect(stripped).toContain('<script type="module" src="/islands/reader-3FQ2.js" async=""></script>')
  })

  it('keeps what the sheet begins with, whatever was typed there', () => {
    const data =
      '<script type="application/json" id="sheet-start">{"text":"\\u003c/script>alert(1)"}</script>'
    expect(stripScripts(`<p>x</p>${data}<script>self.__next_f.push()</script>`)).toBe(`<p>x</p>${data}`)
  })

  it('keeps style sheets, fonts, links and what only looks like a script', () => {
    expect(stripped).toContain('<link rel="stylesheet" href="/_next/static/chunks/3a.css"')
    expect(stripped).toContain('as="font"')
    expect(stripped).toContain('rel="canonical"')
    expect(stripped).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('does not take a module from elsewhere for the island', () => {
    expect(stripScripts('<script type="module" src="/_next/x.js"></script>')).toBe('')
    expect(stripScripts('<script type="module" src="https://evil.test/islands/x.js"></script>')).toBe('')
    expect(stripScripts('<script data-type="application/ld+json">1</script>')).toBe('')
  })

  it('is done after one pass', () => {
    expect(stripScripts(stripped)).toBe(stripped)
  })
})
