import { describe, expect, test } from 'vitest'
import { redirectPath } from '../../../lib/articles/redirects/redirect-path'
import { linkTarget } from '../../../lib/kernel/link-target'
import { worthNoting } from '../../../lib/articles/redirects/worth-noting'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

describe('an address as addresses are compared', () => {
  test.each([
    ['/2019/05/Ropes.html?utm=x#top', '/2019/05/ropes.html'],
    ['/caf%C3%A9/', '/café'],
    ['/Cafe%CC%81', '/café'],
  ])('%s is %s', (typed, path) => {
    expect(redirectPath(typed)).toBe(path)
  })
  test.each([
    '',
    '/',
    'ropes',
    '//example.org/x',
    '/a//b',
    '/a/../b',
    '/%2e%2e/b',
    '/a%2fb',
    '/%ff',
    '/a\\b',
    '/a\nb',
  ])('%j is none', (typed) => {
    expect(redirectPath(typed)).toBeNull()
  })
})

describe('where an address may lead', () => {
  test.each([
    ['/articles/ropes?sort=oldest#comments', '/articles/ropes?sort=oldest#comments'],
    ['https://example.org/ä', 'https://example.org/%C3%A4'],
    ['http://localhost:3000/tags', '/tags'],
    ['/', '/'],
  ])('%s: %s', (typed, target) => {
    expect(linkTarget(typed, 'http://localhost:3000')).toBe(target)
  })
  test.each([
    ...[
      '',
      'ropes',
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'data:text/html,x',
      'ftp://example.org',
      '//evil.example',
    ],
    ...[
      '/\\evil.example',
      '\\\\evil.example',
      'https://user:pass@example.org',
      'https://',
      '/a\r\nset-cookie: x',
      'https:evil',
    ],
    ...['/\t/evil.example', `/${'x'.repeat(1_001)}`, `/${'ä'.repeat(300)}`],
    ...['/..//evil.example', '/./%2e//evil.example', 'http://localhost:3000//evil.example'],
  ])('not %j', (typed) => {
    expect(linkTarget(typed, 'http://localhost:3000')).toBeNull()
  })
})

describe('a missed address is worth noting', () => {
  test('when a person may have meant a piece by it', () => {
    expect(worthNoting('/2019/Ropes?session=secret')).toBe('/2019/ropes')
  })
  test.each([
    ...[
      '/wp-login.php',
      '/.env',
      '/.git/config',
      '/backup.sql',
      '/studio/nothing',
      '/preview/7gz2710nr9a17zjht4p5x7gza3',
    ],
    ...[
      '/comments/7gz2710nr9a17zjht4p5x7gza3',
      '/ada@example.org',
      '/a%40b',
      '/call/00491701234567',
      `/${'long-'.repeat(50)}`,
    ],
  ])('but not %s', (path) => {
    expect(worthNoting(path)).toBeNull()
  })
})

const house = async () => {
  const made = await studio()
  const { stet, editor } = made
  const add = (path: string, target: string, by = editor) => stet.articles.addRedirect(by, { path, target })
  return { ...made, add, leads: (path: string) => stet.articles.redirect({ path }) }
}

describe('redirects', () => {
  test('lead on in one hop, however many are behind one another, and to where a piece is now', async () => {
    const { add, leads, publicPiece, save, stet, editor } = await house()
    const articleId = await publicPiece('Ropes')
    value(await add('/old', '/older'))
    value(await add('/older', '/articles/ropes'))
    expect(await leads('/OLD/')).toBe('/articles/ropes')
    value(await save(articleId, { slug: 'cordage' }, editor))
    expect(await leads('/old')).toBe('/articles/cordage')
    value(await stet.articles.removeRedirect(editor, { path: '/older' }))
    expect(await leads('/old')).toBe('/older')
    expect(await leads('/nowhere')).toBeNull()
  })

  test('never go in a circle', async () => {
    const { add, leads, ports } = await house()
    expect(refusal(await add('/a', '/A/?x')).fields).toHaveProperty('target')
    value(await add('/a', '/b'))
    value(await add('/b', '/c'))
    expect(refusal(await add('/c', '/a')).fields).toHaveProperty('target')
    // Two editors in one moment may still have made one.
    const row = { target: '/a', createdById: 'x', createdAt: 1 }
    await ports.redirectStore.put(
      { path: '/c', ...row },
      {
        ...{ actor: ANONYMOUS, action: 'add.redirect', subject: 'redirect:/c', detail: {} },
      },
    )
    expect(await leads('/a')).toBeNull()
  })

  test('stand in no piece’s place, in no room of the staff, and lead nowhere unsafe', async () => {
    const { add, publicPiece } = await house()
    await publicPiece('Ropes')
    expect(refusal(await add('/articles/ropes', '/tags')).fields).toHaveProperty('path')
    expect(refusal(await add('/settings/people', '/tags')).fields).toHaveProperty('path')
    expect(refusal(await add('', '/tags')).fields).toHaveProperty('path')
    expect(refusal(await add('/x', 'javascript:alert(1)')).fields).toHaveProperty('target')
  })

  test('are made by editors alone, and each stands in the log', async () => {
    const { add, writer, stet, ports } = await house()
    expect(refusal(await add('/x', '/tags', writer)).code).toBe('forbidden')
    expect(refusal(await stet.articles.redirects(writer)).code).toBe('forbidden')
    expect(refusal(await stet.articles.removeRedirect(writer, { path: '/x' })).code).toBe('forbidden')
    expect(refusal(await stet.articles.forgetMissed(writer, { path: '/x' })).code).toBe('forbidden')
    expect(refusal(await stet.articles.redirects(ANONYMOUS)).code).toBe('unauthenticated')
    value(await add('/x', '/tags'))
    expect(ports.tables.audit.at(-1)).toMatchObject({ action: 'add.redirect', subject: 'redirect:/x' })
  })

  test('are suggested for what readers ask for in vain: a public piece with a like address, never a draft', async () => {
    const { publicPiece, start, save, stet, editor } = await house()
    await publicPiece('The bell at Cutler’s Point is back')
    value(await save(await start(), { title: 'A secret regatta in the fog' }))
    await stet.articles.noteMissed(
      new Map([
        ['/2024/11/bell-at-cutlers-point', 3],
        ['/a-secret-regatta-in-the-fog', 2],
        ['/quite-something-else', 1],
      ]),
    )
    const { missed } = value(await stet.articles.redirects(editor))
    expect(missed.map(({ path, meant }) => [path, meant?.path ?? null])).toEqual([
      ['/2024/11/bell-at-cutlers-point', '/articles/the-bell-at-cutlers-point-is-back'],
      ['/a-secret-regatta-in-the-fog', null],
      ['/quite-something-else', null],
    ])
  })
})
