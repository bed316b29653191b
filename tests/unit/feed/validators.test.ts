import { describe, expect, it } from 'vitest'
import { atomProblems, sitemapProblems, xmlProblems } from '../../support/standards/validate-xml'

/** A validator that says yes to everything proves nothing. */
describe('the validators refuse', () => {
  const atom = (inner: string) => `<feed xmlns="http://www.w3.org/2005/Atom">${inner}</feed>`
  const head = '<id>urn:x:1</id><title>T</title>'

  it.each(['<a>', '<a b=c/>', '<a>&nbsp;</a>', '<a>\u0001</a>', '<x:a/>'])('XML such as %s', (xml) => {
    expect(xmlProblems(xml)).not.toEqual([])
  })

  it.each([
    head,
    `${head}<updated>yesterday</updated>`,
    `${head}<updated>2025-02-12T09:30:00Z</updated><link rel="self"/>`,
    `${head}<updated>2025-02-12T09:30:00Z</updated><item/>`,
    `${head}<updated>2025-02-12T09:30:00Z</updated><entry/>`,
    `${head}<updated>2025-02-12T09:30:00Z</updated><author><uri>https://a.example/</uri></author>`,
  ])('an Atom feed of %s', (inner) => {
    expect(atomProblems(atom(inner))).not.toEqual([])
  })

  it('and let a right one pass', () => {
    expect(atomProblems(atom(`${head}<updated>2025-02-12T09:30:00Z</updated>`))).toEqual([])
  })

  const map = (url: string) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${url}</urlset>`

  it.each([
    '<url/>',
    '<url><loc>x</loc></url>',
    '<url><loc>https://a.example/</loc><lastmod>soon</lastmod></url>',
    '<url><loc>https://a.example/</loc><image:picture/></url>',
    '<url><loc>https://a.example/</loc><image:image/></url>',
  ])('a sitemap of %s', (url) => {
    expect(sitemapProblems(map(url))).not.toEqual([])
  })

  it('and let a right map pass', () => {
    expect(sitemapProblems(map('<url><loc>https://a.example/</loc></url>'))).toEqual([])
  })
})
