import { describe, expect, test } from 'vitest'
import { parseButton, printButton, typedRows } from '../../../components/settings/navigation/link-rows'
import { changeSettings } from '../../../lib/settings/change-settings'
import { NAVIGATION_LISTS, arrangeLinks, navigation, navigationLink } from '../../../lib/settings/navigation'
import { memoryPorts } from '../../support/memory/memory-ports'
import { value } from '../../support/people'

describe('where a link of the navigation may lead', () => {
  test.each([
    ['/about', '/about'],
    ['/tags/mud & rope'.replace(' & ', '-'), '/tags/mud-rope'],
    ['/search?q=ferry#top', '/search?q=ferry#top'],
    ['/über', '/%C3%BCber'],
    ['https://example.org', 'https://example.org/'],
  ])('%s', (typed, href) => {
    expect(navigationLink.parse({ label: 'There', href: typed }).href).toBe(href)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'http://example.org/',
    '//example.org',
    '/\\example.org',
    'https://user:pass@example.org/',
    'about',
    '',
    `/${'a'.repeat(1_001)}`,
    '/..//example.org',
    `/${'ü'.repeat(300)}`,
  ])('not %s', (typed) => {
    expect(navigationLink.safeParse({ label: 'There', href: typed }).success).toBe(false)
  })

  test('every link has a name, no list is longer than its page bears', () => {
    const link = { label: 'About', href: '/about' }
    expect(navigationLink.safeParse({ ...link, label: '' }).success).toBe(false)
    // What is stored of it must still be a name when it is read again.
    expect(navigationLink.safeParse({ ...link, label: ' \u0007' }).success).toBe(false)
    expect(navigationLink.safeParse({ ...link, label: '\ufb2c'.repeat(40) }).success).toBe(false)
    expect(navigationLink.safeParse({ ...link, label: 'a'.repeat(41) }).success).toBe(false)
    const full = { header: Array<typeof link>(NAVIGATION_LISTS.header).fill(link), footer: [] }
    expect(navigation.safeParse(full).success).toBe(true)
    expect(navigation.safeParse({ ...full, header: [...full.header, link] }).success).toBe(false)
  })
})

describe('the buttons beside a link', () => {
  const links = ['a', 'b', 'c'].map((label) => ({ label }))
  const after = (...args: [number, 'up' | 'down' | 'remove']) =>
    arrangeLinks(links, ...args)
      .map(({ label }) => label)
      .join('')

  test('move it by one place, or take it away; at an end nothing moves', () => {
    expect(after(1, 'up')).toBe('bac')
    expect(after(1, 'down')).toBe('acb')
    expect(after(1, 'remove')).toBe('ac')
    expect(after(0, 'up')).toBe('abc')
    expect(after(2, 'down')).toBe('abc')
    expect(after(7, 'remove')).toBe('abc')
  })

  test('say which link they mean, and nothing else is taken for one', () => {
    expect(parseButton(printButton('down', 'footer', 12))).toEqual({
      arrangement: 'down',
      list: 'footer',
      index: 12,
    })
    for (const value of ['save', '', 'up-margin-1', 'fly-header-1', 'up-header-1e9', 'up-header--1'])
      expect(parseButton(value)).toBeNull()
  })

  test('rows come back as they were typed', () => {
    const rows = typedRows(
      { 'header-0-label': ' About ', 'header-0-href': '/about', 'footer-0-label': 'x' },
      'header',
    )
    expect(rows[0]).toEqual({ index: 0, label: 'About', href: '/about' })
    expect(rows.filter(({ label, href }) => label + href !== '')).toHaveLength(1)
  })
})

test('labels are stored in canonical form, and the log names the choice', async () => {
  const ports = memoryPorts()
  const { version } = await ports.settingsStore.read()
  const owner = { kind: 'user', userId: 'u', role: 'owner', name: 'x', sessionId: 's' } as const
  const header = [{ label: ' About\u0000  us ', href: '/about' }]
  const change = { version, settings: { navigation: { header, footer: [] } } }
  value(await changeSettings(ports, owner, change))
  expect((await ports.settingsStore.read()).settings.navigation).toEqual({
    header: [{ label: 'About us', href: '/about' }],
    footer: [],
  })
  expect(ports.tables.audit).toMatchObject([{ detail: { changed: 'navigation' } }])
})
