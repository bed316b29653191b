import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkSegments } from '@/components/reader/link-segments'

const links = (text: string) =>
  linkSegments(text).flatMap((segment) => (segment.href === null ? [] : [segment.href]))

describe('links in comments', () => {
  it('finds addresses written out in a text', () => {
    expect(linkSegments('See https://example.org/a?b=c. Thanks')).toEqual([
      { text: 'See ', href: null },
      { text: 'https://example.org/a?b=c', href: 'https://example.org/a?b=c' },
      { text: '. Thanks', href: null },
    ])
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org/x',
    'mailto:a@example.org',
    'a@example.org',
    '//example.org/x',
    'example.org',
    '127.0.0.1/admin',
    'https://bank.example@elsewhere.example/login',
    'https://user:password@example.org/',
    'http://',
    'https:///',
  ])('makes no link of %s', (text) => {
    expect(links(text)).toEqual([])
  })

  it('links nothing that is longer than an address can be, and parts no address', () => {
    const long = `https://example.org/${'a'.repeat(1_900)}`
    expect(links(`See ${long} and ${long}b.`)).toEqual([long, `${long}b`])
    expect(links(`https://example.org/${'a'.repeat(2_000)}`)).toEqual([])
  })

  it('keeps every character of any text, and links to http(s) only', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.webUrl(),
      fc.constantFrom('http://', 'https://a@b.c ', ' '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        expect(
          linkSegments(text)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text)
        for (const href of links(text)) expect(href).toMatch(/^https?:\/\/[^@]+/)
      }),
    )
  })
})
