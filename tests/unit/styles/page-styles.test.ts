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
    '@font-face{font-family:atkinson;src:url("../media/k.woff2")format("woff2")}',
}

const PAGE =
  '<head><link rel="preload" href="/_next/static/media/g.woff2" as="font" crossorigin="" type="font/woff2"/>' +
  '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
  '<link rel="stylesheet" href="/_next/static/chunks/b.css" data-precedence="next"/><link rel="icon" href="/i"/></head>'

const house: ThemeView = { ...HOUSE_THEME, logo: null, logoDark: null }

const opened = (theme: ThemeView = house) => {
  let now = theme
  const styles = pageStyles({
    files: {
      find: (path) =>
        path in FILES
          ? { page: finishPage(200, 'text/css', Buffer.from(FILES[path] ?? '')), immutable: true }
          : null,
    },
    theme: async () => now,
  })
  return { styles, choose: (next: Partial<ThemeView>) => (now = { ...house, ...next }) }
}

const sheetOf = (html: string): string => /href="\/styles\/([\w-]+)\.css"/.exec(html)?.[1] ?? ''
const preloads = (html: string): readonly string[] =>
  [...html.matchAll(/rel="preload" href="([^"]+)"/g)].map(([, href = '']) => href)

describe('style sheets of public pages', () => {
  it('are one, with the addresses in it still right, and two preloaded faces', async () => {
    const { styles } = opened()
    const html = await styles.dress(PAGE)
    expect(html.match(/rel="stylesheet"/g)).toHaveLength(1)
    expect(html).toContain('<link rel="icon" href="/i"/>')
    expect(preloads(html)).toEqual(['/_next/static/media/g.woff2', '/_next/static/media/l.woff2'])
    const css = styles.find(sheetOf(html))?.file.page.bytes.toString()
    expect(css).toContain('body{color:red}')
    expect(css).toContain('url(/_next/static/media/g.woff2)')
    expect(css).not.toContain(':root{')
  })

  it('follow the theme, under another name; a page of before keeps its own', async () => {
    const { styles, choose } = opened()
    const before = sheetOf(await styles.dress(PAGE))
    choose({ accent: '#7a0019', headlineFont: 'atkinson', textFont: 'system', density: 'compact' })
    const html = await styles.dress(PAGE)
    expect(preloads(html)).toEqual(['/_next/static/media/k.woff2'])
    const after = sheetOf(html)
    expect(after).not.toBe(before)
    const css = styles.find(after)?.file.page.bytes.toString()
    expect(css).toContain('--blue:#7a0019;')
    expect(css).toContain('@media (prefers-color-scheme:dark){:root{--blue:#')
    expect(css).toContain('--sans:var(--font-atkinson)')
    expect(css).toContain('--size-body:')
    expect(styles.find(before)?.file.page.bytes.toString()).not.toContain('#7a0019')
    expect(styles.find('nothing-of-ours')).toMatchObject({ isThis: false })
  })

  it('show the logo in both lights, and leave the name in the page', async () => {
    const picture = (letter: string) => ({
      ...{ name: letter.repeat(26), width: 900, height: 300, colour: '#ffffff', widths: [320, 900] },
    })
    const { styles } = opened({ ...house, logo: picture('a'), logoDark: picture('b') })
    const css = styles.find(sheetOf(await styles.dress(PAGE)))?.file.page.bytes.toString() ?? ''
    expect(css).toContain(`url(/media/${'a'.repeat(26)}-900.webp)`)
    expect(css).toContain(
      `(prefers-color-scheme:dark){.nameplate>a{background-image:url(/media/${'b'.repeat(26)}-900.webp)}}`,
    )
    expect(css).toContain('aspect-ratio:900/300')
  })

  it('are nothing to a page without any, nor before there was a page', async () => {
    const { styles } = opened()
    expect(await styles.dress('<p>bare</p>')).toBe('<p>bare</p>')
    expect(opened().styles.find('x')).toBeNull()
  })

  it('have specimens that touch nothing but themselves', async () => {
    const { styles } = opened()
    await styles.dress(PAGE)
    const css = styles.specimen({ ...house, accent: '#7a0019' }).page.bytes.toString()
    expect(css).toContain('.specimen{--sans:')
    expect(css).toContain('#7a0019')
    expect(css).not.toContain(':root')
  })
})
