import { beforeEach, describe, expect, test } from 'vitest'
import { ANONYMOUS, type Actor, ROLES } from '../../../lib/kernel/actor'
import { changeSettings } from '../../../lib/settings/change-settings'
import { readSettings } from '../../../lib/settings/read-settings'
import { type SiteSettings, siteSettings } from '../../../lib/settings/site-settings'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'

const as = (role: (typeof ROLES)[number]): Actor => ({
  kind: 'user',
  userId: 'u',
  role,
  name: 'x',
  sessionId: 's',
})
const settings: SiteSettings = siteSettings.parse({ name: 'The Tidal Post' })

let ports: MemoryPorts
let version: number
beforeEach(async () => {
  ports = memoryPorts()
  version = (await readSettings(ports)).version
})

describe('changing the settings', () => {
  test('stores them in canonical form, with an audit line and one effect', async () => {
    const typed = {
      ...settings,
      name: ' The  Tidal\u0000 Post ',
      profiles: [' https://a.example ', 'https://a.example', '\u0007'],
    }
    expect(value(await changeSettings(ports, as('owner'), { version, settings: typed })).version).toBe(
      version + 1,
    )
    const stored = await readSettings(ports)
    expect(stored.version).toBe(version + 1)
    expect(stored.settings).toMatchObject({ name: 'The Tidal Post', profiles: ['https://a.example'] })
    expect(ports.tables.audit).toMatchObject([{ action: 'change.settings', actor: as('owner') }])
    expect([...ports.tables.outbox.values()].map(({ effect }) => effect.kind)).toEqual(['settings.changed'])
  })

  test('takes a logo only from the library, and keeps one that went since', async () => {
    const logo = 'a'.repeat(26)
    const refused = refusal(
      await changeSettings(ports, as('owner'), { version, settings: { ...settings, logo } }),
    )
    expect(refused.fields).toMatchObject({ logo: expect.stringContaining('media library') })
    const picture = { name: logo, width: 900, height: 300, colour: '#ffffff', widths: [320, 900] }
    const there = { ...ports, mediaStore: { ...ports.mediaStore, pictures: async () => [picture] } }
    value(await changeSettings(there, as('owner'), { version, settings: { ...settings, logo } }))
    value(await changeSettings(ports, as('owner'), { version: version + 1, settings: { maxLinks: 3 } }))
    expect((await readSettings(ports)).settings).toMatchObject({ logo, maxLinks: 3 })
  })

  test('is refused to everybody but the owner', async () => {
    for (const actor of ROLES.filter((role) => role !== 'owner').map(as)) {
      expect(refusal(await changeSettings(ports, actor, { version, settings })).code).toBe('forbidden')
    }
    expect((await readSettings(ports)).version).toBe(version)
  })

  test('tells somebody whose session has ended, and stores nothing', async () => {
    for (const actor of [ANONYMOUS, { kind: 'guest', guestId: 'g' } as const]) {
      expect(refusal(await changeSettings(ports, actor, { version, settings })).code).toBe('unauthenticated')
    }
    expect((await readSettings(ports)).version).toBe(version)
  })

  test('is a conflict when somebody was faster, and tells what they stored', async () => {
    value(await changeSettings(ports, as('owner'), { version, settings: { ...settings, maxLinks: 7 } }))
    const late = refusal(await changeSettings(ports, as('owner'), { version, settings }))
    expect(late.code).toBe('conflict')
    expect(late.details).toMatchObject({ theirs: { version: version + 1, settings: { maxLinks: 7 } } })
    expect((await readSettings(ports)).settings.maxLinks).toBe(7)
  })

  test('of one page leaves the choices of the others alone, and tells in the log which they were', async () => {
    value(await changeSettings(ports, as('owner'), { version, settings: { ...settings, maxLinks: 7 } }))
    value(
      await changeSettings(ports, as('owner'), { version: version + 1, settings: { description: 'Tides.' } }),
    )
    expect((await readSettings(ports)).settings).toMatchObject({ maxLinks: 7, description: 'Tides.' })
    expect(ports.tables.audit.at(-1)).toMatchObject({ detail: { changed: 'description' } })
  })

  test('refuses a name that nobody could read', async () => {
    const blank = { ...settings, name: ' \u0000 ' }
    expect(
      refusal(await changeSettings(ports, as('owner'), { version, settings: blank })).fields,
    ).toHaveProperty('name')
  })
})

test('pages elsewhere are whole addresses', () => {
  const profiles = ['https://social.example/@news', 'http://old.example/news']
  expect(siteSettings.parse({ ...settings, profiles }).profiles).toEqual(profiles)
})

test.each([
  ['a page elsewhere without a scheme', { ...settings, profiles: ['social.example/@news'] }],
  ['a script for a page elsewhere', { ...settings, profiles: ['javascript:alert(1)'] }],
  ['a page elsewhere that is long', { ...settings, profiles: [`https://a.example/${'x'.repeat(500)}`] }],
  [
    'many pages elsewhere',
    { ...settings, profiles: Array.from({ length: 11 }, (_, n) => `https://a.example/${n}`) },
  ],
  ['an unknown key', { ...settings, theme: 'dark' }],
  ['an operator object', { ...settings, name: { not: 'x' } }],
  ['an unknown mode', { ...settings, commentMode: 'none' }],
  ['half a minute', { ...settings, editMinutes: 0.5 }],
  ['a negative number', { ...settings, maxLinks: -1 }],
  ['a long name', { ...settings, name: '🐋'.repeat(121) }],
])('%s is not a setting', (_, given) => {
  expect(siteSettings.safeParse(given).success).toBe(false)
})

test('a name is measured in code points', () => {
  expect(siteSettings.safeParse({ ...settings, name: '🐋'.repeat(120) }).success).toBe(true)
})
