import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { finishPage } from '../../../lib/press/finished-page'
import { HOUSE_THEME } from '../../../lib/settings/theme'
import type { ThemeView } from '../../../lib/media/read-theme'
import { pageStyles } from '../../../server/styles/page-styles'

const FILES: Readonly<Record<string, string>> = {
  '/_next/static/chunks/a.css': '@layer theme;body{color:red}',
  '/_next/static/chunks/b.css':
    '@font-face{font-family:grotesk;src:url(../media/g.woff2)format("woff2")}.x_variable{--font-grotesk:"grotesk"}' +
    '@font-face{font-family:literata;src:url(../media/l.woff2)format("woff2")}' +
    '@font-face{font-family:mono;src:url(../media/m.woff2)}' +
    '@font-face{font-family:atkinson;src:url("../media/k.woff2")format("woff2")}',
}

const PAGE =
  '<head><link rel="preload" href="/_next/static/media/g.woff2" as="font" crossorigin="" type="font/woff2"/>' +
  '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
  '<link rel="stylesheet" href="/_next/static/chunks/b.css" data-precedence="next"/><link rel="icon" href="/i"/></head>'

const house: ThemeView = { ...HOUSE_THEME, logo: null, logoDark: null }

const opened = (theme: ThemeView = house, sheets = FILES) => {
  let now = theme
  const styles = pageStyles({
    files: {
      find: (path) =>
        path in sheets
          ? { page: finishPage(200, 'text/css', Buffer.from(sheets[path] ?? '')), immutable: true }
          : null,
    },
    theme: async () => now,
  })
  return { styles, choose: (next: Partial<ThemeView>) => (now = { ...house, ...next }) }
}

const styleOf = (html: string): string => /<style>([^]*)<\/style>/.exec(html)?.[1] ?? ''
const preloads = (html: string): readonly string[] =>
  [...html.matchAll(/rel="preload" href="([^"]+)"/g)].map(([, href = '']) => href)

describe('the styles of public pages', () => {
  it('stand in the page, with the addresses in them still right, after two preloaded faces', async () => {
    const { html } = await opened().styles.dress(PAGE)
    expect(html).not.toContain('rel="stylesheet"')
    expect(html).toContain('<link rel="icon" href="/i"/>')
    expect(preloads(html)).toEqual(['/_next/static/media/g.woff2', '/_next/static/media/l.woff2'])
    expect(html.match(/<style>/g)).toHaveLength(1)
    const css = styleOf(html)
    expect(css).toContain('body{color:red}')
    expect(css).toContain('url(/_next/static/media/g.woff2)')
    expect(css).not.toContain(':root{')
  })

  it('are what the policy may name: the hash of the very text', async () => {
    const { html, style } = await opened().styles.dress(PAGE)
    const hash = createHash('sha256').update(styleOf(html)).digest('base64')
    expect(style).toBe(`'sha256-${hash}'`)
  })

  it('cannot be ended by a text within them', async () => {
    const { styles } = opened(house, { '/a.css': 'i{content:"</style><script>"}' })
    const { html } = await styles.dress('<head><link rel="stylesheet" href="/a.css"/></head>')
    expect(html).toBe('<head><style>i{content:"<\\/style><script>"}</style></head>')
  })

  it('follow the theme, without the faces it has no use for', async () => {
    const { styles, choose } = opened()
    expect(styleOf((await styles.dress(PAGE)).html)).not.toContain('font-family:atkinson;')
    choose({ accent: '#7a0019', headlineFont: 'atkinson', textFont: 'system', density: 'compact' })
    const { html } = await styles.dress(PAGE)
    expect(preloads(html)).toEqual(['/_next/static/media/k.woff2'])
    const css = styleOf(html)
    expect(css).toContain('--blue:#7a0019;')
    expect(css).toContain('@media (prefers-color-scheme:dark){:root{--blue:#')
    expect(css).toContain('--sans:var(--font-atkinson)')
    expect(css).toContain('--size-body:')
    expect(css).toContain('font-family:atkinson;')
    expect(css).not.toContain('font-family:literata;')
    expect(css).toContain('font-family:mono;')
  })

  it('show the logo in both lights, and leave the name in the page', async () => {
    const picture = (letter: string) => ({
      ...{ name: letter.repeat(26), width: 900, height: 300, colour: '#ffffff', widths: [320, 900] },
    })
    const { styles } = opened({ ...house, logo: picture('a'), logoDark: picture('b') })
    const css = styleOf((await styles.dress(PAGE)).html)
    expect(css).toContain(`url(/media/${'a'.repeat(26)}-900.webp)`)
    expect(css).toContain(
      `(prefers-color-scheme:dark){.nameplate>a{background-image:url(/media/${'b'.repeat(26)}-900.webp)}}`,
    )
    expect(css).toContain('aspect-ratio:900/300')
  })

  it('show pictures of this page in their colours until they come, whatever else calls itself a colour', async () => {
    const pictures =
      '<img data-colour="#336699"/><img data-colour="#336699"/><i data-colour="red;}*{x:y"></i>'
    const css = styleOf((await opened().styles.dress(PAGE + pictures)).html)
    expect(css.match(/data-colour/g)).toHaveLength(1)
    expect(css).toMatch(/img\[data-colour="#336699"\]\{background-color:#336699\}$/)
  })

  it('are nothing to a page without any', async () => {
    expect(await opened().styles.dress('<p>bare</p>')).toEqual({ html: '<p>bare</p>', style: null })
  })

  it('have specimens that touch nothing but themselves', async () => {
    const { styles } = opened()
    await styles.dress(PAGE)
    const css = styles.specimen({ ...house, accent: '#7a0019' }).bytes.toString()
    expect(css).toContain('.specimen{--sans:')
    expect(css).toContain('#7a0019')
    expect(css).not.toContain(':root')
  })
})
