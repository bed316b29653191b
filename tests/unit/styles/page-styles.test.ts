import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { finishPage } from '../../../lib/press/finished-page'
import { HOUSE_THEME } from '../../../lib/settings/theme'
import type { ThemeView } from '../../../lib/media/read-theme'
import { type PageStyles, pageStyles } from '../../../server/styles/page-styles'
import { pictureStyles } from '../../../server/styles/picture-styles'

const FILES: Readonly<Record<string, string>> = {
  '/_next/static/chunks/a.css': '@layer theme;body{color:red}',
  '/_next/static/chunks/b.css':
    '@font-face{font-family:grotesk;src:url(../media/g.woff2)format("woff2")}.x_variable{--font-grotesk:"grotesk"}' +
    '@font-face{font-family:literata;src:url(../media/l.woff2)format("woff2")}' +
    '@font-face{font-family:mono;src:url(../media/m.woff2)}' +
    '@font-face{font-family:atkinson;src:url("../media/k.woff2")format("woff2")}',
}

const house: ThemeView = { ...HOUSE_THEME, logo: null, logoDark: null }

const opened = (theme: ThemeView = house, sheets = FILES) => {
  let now = theme
  const styles = pageStyles({
    built: async () => ({ classes: 'a b', styleSheets: Object.keys(sheets), island: '/islands/reader-1.js' }),
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

/** What a page wears that is made of nothing. */
const wornBy = async (styles: PageStyles) => {
  const { styleOf, ...worn } = await styles.dress()
  return { ...worn, ...styleOf('') }
}

describe('the styles of public pages', () => {
  it('stand in the page, with the addresses in them still right, after two preloaded faces', async () => {
    const { style: css, ...worn } = await wornBy(opened().styles)
    expect(worn).toMatchObject({
      ...{ classes: '', island: '/islands/reader-1.js', styleSheets: [] },
      preloads: ['/_next/static/media/g.woff2', '/_next/static/media/l.woff2'],
    })
    expect(css).toContain('body{color:red}')
    expect(css).toContain('url(/_next/static/media/g.woff2)')
    expect(css.match(/:root\{[^}]*\}/g)).toEqual([':root{--font-grotesk:"grotesk"}'])
  })

  it('are made once for pages of one make, and each make has its own', async () => {
    const { styleOf } = await opened(house, { '/a.css': '.lead{a:b}.row{c:d}em{e:f}' }).styles.dress()
    const lead = styleOf('<p class="lead">one</p>')
    expect(lead.style).toBe('.lead{a:b}em{e:f}')
    expect(styleOf('<p class="row">').style).toBe('.row{c:d}em{e:f}')
    for (let n = 0; n < 120; n += 1) styleOf(`<p class="row row-${n}">`)
    expect(styleOf('<b class="x lead">another</b>')).toEqual(lead)
    expect(styleOf('<i class="lead x">')).toBe(styleOf('<i class="x lead"><b class="x">'))
  })

  it('hold nothing twice, and no class that no page has', async () => {
    const built =
      '.x_className{font-family:grotesk}\n.x_variable{--font-grotesk:"grotesk"}\n' +
      'a{-webkit-text-decoration:underline;-webkit-text-decoration:underline;text-decoration:underline;color:red}' +
      'b{-webkit-text-decoration:none;text-decoration:none;margin:0}'
    const { style } = await wornBy(opened(house, { '/a.css': built }).styles)
    expect(style).toBe(
      ':root{--font-grotesk:"grotesk"}a{-webkit-text-decoration:underline;text-decoration:underline;color:red}' +
        'b{-webkit-text-decoration:none;text-decoration:none;margin:0}',
    )
  })

  it('wait for upright faces, and for italic ones no longer than nothing', async () => {
    const faces =
      '@font-face{font-family:literata;src:url(../media/l.woff2);font-display:swap;font-style:normal}' +
      '@font-face{font-family:literata;src:url(../media/i.woff2);font-display:swap;font-style:italic}'
    const { style } = await wornBy(opened(house, { '/_next/static/chunks/a.css': faces }).styles)
    expect(style).toContain('url(/_next/static/media/l.woff2);font-display:swap;')
    expect(style).toContain('url(/_next/static/media/i.woff2);font-display:optional;')
  })

  it.each([
    ['<p>W <em>příliš</em></p>', 'swap'],
    ['<p class="dek p-summary" lang="pl">Zażółć</p>', 'swap'],
    ['<p>příliš <em>Ça, où, Größe</em> Zażółć</p>', 'optional'],
    ['<p class="row-dek">Zażółć</p>', 'optional'],
  ])('set no word of %s in two faces', async (html, display) => {
    const face = '@font-face{font-family:literata;src:url(i.woff2);font-display:swap;font-style:italic}'
    const { styleOf } = await opened(house, { '/a.css': face }).styles.dress()
    expect(styleOf(html).style).toContain(`font-display:${display};font-style:italic`)
  })

  it('are what the policy may name: the hash of the very text', async () => {
    const { style, policy } = await wornBy(opened().styles)
    const hash = createHash('sha256').update(style).digest('base64')
    expect(policy).toBe(`'sha256-${hash}'`)
  })

  it('cannot be ended by a text within them', async () => {
    const { styles } = opened(house, { '/a.css': 'i{content:"</style><script>"}' })
    expect((await wornBy(styles)).style).toBe('i{content:"<\\/style><script>"}')
  })

  it('follow the theme, without the faces it has no use for', async () => {
    const { styles, choose } = opened()
    expect((await wornBy(styles)).style).not.toContain('font-family:atkinson;')
    choose({ accent: '#7a0019', headlineFont: 'atkinson', textFont: 'system', density: 'compact' })
    const { style: css, preloads } = await wornBy(styles)
    expect(preloads).toEqual(['/_next/static/media/k.woff2'])
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
    const { style: css } = await wornBy(styles)
    expect(css).toContain(`url(/media/${'a'.repeat(26)}-900.webp)`)
    expect(css).toContain(
      `(prefers-color-scheme:dark){.nameplate>a{background-image:url(/media/${'b'.repeat(26)}-900.webp)}}`,
    )
    expect(css).toContain('aspect-ratio:900/300')
  })

  it('are nothing where the build has made none', async () => {
    expect(await wornBy(opened(house, {}).styles)).toMatchObject({ preloads: [], style: '', policy: null })
  })

  it('are put together once for a theme, and anew for another', async () => {
    const { styles, choose } = opened()
    const first = await styles.dress()
    expect(await styles.dress()).toBe(first)
    choose({ accent: '#7a0019' })
    const second = await styles.dress()
    expect(second.styleOf('').policy).not.toBe(first.styleOf('').policy)
    choose({})
    expect((await styles.dress()).styleOf('')).toEqual(first.styleOf(''))
  })

  it('have specimens that touch nothing but themselves', async () => {
    const { styles } = opened()
    await styles.dress()
    const css = styles.specimen({ ...house, accent: '#7a0019' }).bytes.toString()
    expect(css).toContain('.specimen{--sans:')
    expect(css).toContain('#7a0019')
    expect(css).not.toContain(':root')
  })
})

describe('the pictures of a page', () => {
  it('have their colours until they come, whatever else calls itself a colour', () => {
    const { style, policy } = pictureStyles(
      '<img data-colour="#336699"/><img data-colour="#336699"/><i data-colour="red;}*{x:y"></i>',
    )
    expect(style).toBe('img[data-colour="#336699"]{background-color:#336699}')
    expect(policy).toBe(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  })

  it('are cropped around what must stay in sight, to the percent', () => {
    const cover = '<img class="u-photo" alt="a > b" data-focus="37-4"/>'
    expect(
      pictureStyles(`${cover}${cover}<img data-focus="1;}*{x"/><p>data-focus=&quot;2-3&quot;</p>`).style,
    ).toBe('img[data-focus="37-4"]{object-position:37% 4%}')
  })

  it('need no style where there are none', () => {
    expect(pictureStyles('<p>#336699</p>')).toEqual({ style: '', policy: null })
  })
})
