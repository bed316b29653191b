import { beforeEach, describe, expect, test } from 'vitest'
import type { SignedIn } from '../../../lib/kernel/actor'
import { changeSettings } from '../../../lib/settings/change-settings'
import { changeWordList } from '../../../lib/settings/change-word-list'
import { type SiteSettings, siteSettings } from '../../../lib/settings/site-settings'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'

const OWNER: SignedIn = { kind: 'user', userId: 'u', role: 'owner', name: 'x', sessionId: 's' }
const PICTURE = 'a'.repeat(26)
const LONG = 'x'.repeat(20_001)

/** A choice of each group's, and a value that is refused. A choice without a row fails. */
const ROWS: Readonly<Record<string, readonly [chosen: unknown, refused: unknown]>> = {
  name: ['The Other Post', ''],
  description: ['About ropes.', LONG],
  guidelines: ['Be kind.', LONG],
  commentMode: ['first', 'sometimes'],
  conversationClosed: [true, 'yes'],
  maintenance: [true, 'yes'],
  maintenanceNote: ['Back at six.', LONG],
  trustAfter: [7, 0],
  editMinutes: [3, -1],
  closeAfterDays: [9, 4_000],
  slowMinutes: [2, 2_000],
  reasons: [[{ name: 'Off topic', meaning: 'Elsewhere.' }], [{ name: '' }]],
  reasonRequired: [true, 'yes'],
  veilWords: [false, 1],
  mixedDiet: [true, 1],
  savedReplies: [[{ name: 'Thanks', body: 'Thank you.' }], [{ name: 'x'.repeat(500), body: '' }]],
  'screening.shorteners': [false, 1],
  'screening.domainRecord': [false, 1],
  'screening.speed': [9, 101],
  'screening.newAuthor': [true, 1],
  'screening.rejectionRate': [40, 101],
  'screening.imitation': [false, 1],
  'screening.script': [true, 1],
  'screening.disposableMail': [false, 1],
  'screening.timeTrap': [5, 61],
  'screening.hook': ['https://checks.example/', 'ftp://checks.example'],
  'screening.akismet': [true, 1],
  'screening.akismetKey': ['a-key-of-theirs', 'x'.repeat(101)],
  'screening.learner': [false, 1],
  maxLinks: [5, 51],
  nosnippet: [true, 'yes'],
  timeZone: ['Europe/Vienna', 'Mars/Phobos'],
  languages: [['de', 'en'], []],
  webSubHub: ['https://hub.example/', 'hub'],
  indexNowKey: ['abcdef123456', 'short'],
  profiles: [['https://a.example'], ['nowhere']],
  navigation: [{ header: [{ label: 'About', href: '/about' }], footer: [] }, { header: 'x' }],
  logo: [PICTURE, 'not-a-name'],
  logoDark: [PICTURE, 'not-a-name'],
  accent: ['#7a0019', 'red'],
  accentDark: ['#ff9d92', 'red'],
  headlineFont: ['atkinson', 'comic'],
  textFont: ['atkinson', 'comic'],
  density: ['compact', 'packed'],
}

let ports: MemoryPorts
beforeEach(() => {
  const made = memoryPorts()
  const pictures = async () => [{ name: PICTURE, width: 9, height: 3, colour: '#ffffff', widths: [9] }]
  ports = {
    ...made,
    mediaStore: Object.assign(Object.create(made.mediaStore), { pictures }) as typeof made.mediaStore,
  }
})

const read = async () => ports.settingsStore.read()
const changed = (before: SiteSettings, name: string, to: unknown): Partial<SiteSettings> => {
  const [group, inside] = name.split('.')
  return (
    inside === undefined ? { [name]: to } : { [group ?? '']: { ...before.screening, [inside]: to } }
  ) as Partial<SiteSettings>
}
const valueOf = (settings: SiteSettings, name: string): unknown =>
  name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], settings)

describe('the log of the settings', () => {
  test('has a row for every choice there is', () => {
    const { screening: _screening, ...others } = siteSettings.shape
    const inside = Object.keys(siteSettings.parse({ name: 'x' }).screening).map((name) => `screening.${name}`)
    expect(Object.keys(ROWS).toSorted()).toEqual([...Object.keys(others), ...inside].toSorted())
  })

  test.each(Object.entries(ROWS))('tells once that %s changed, from what to what', async (name, [chosen]) => {
    const { settings: before, version } = await read()
    value(await changeSettings(ports, OWNER, { version, settings: changed(before, name, chosen) }))
    const { settings: after } = await read()
    expect(valueOf(after, name)).toEqual(chosen)
    expect(ports.tables.audit).toHaveLength(1)
    const detail = ports.tables.audit[0]?.detail ?? {}
    expect(detail).toMatchObject({ changed: name, version: version + 1 })
    const told = [detail.before, detail.after].map(
      (json) => (JSON.parse(String(json)) as Record<string, unknown>)[name],
    )
    const isSecret = name === 'screening.akismetKey'
    expect(told[1]).toEqual(isSecret ? '(kept out of the log)' : chosen)
    const was = valueOf(before, name)
    const isLong = JSON.stringify(was).length > 200
    expect(told[0]).toEqual(isLong ? expect.stringMatching(/…$/) : was)
  })

  test.each(Object.entries(ROWS))(
    'says nothing of a value of %s that is refused',
    async (name, [, refused]) => {
      const { settings: before, version } = await read()
      const error = refusal(
        await changeSettings(ports, OWNER, { version, settings: changed(before, name, refused) }),
      )
      expect([error.code, Object.keys(error.fields ?? {})]).toEqual(['invalid', [name.split('.')[0]]])
      expect(ports.tables.audit).toEqual([])
      expect(await read()).toEqual({ settings: before, version })
    },
  )

  test('tells of a word list how many words it had and has, and of a refused one nothing', async () => {
    const input = { version: 0, kind: 'banned', language: '', words: 'knot', how: 'add' } as const
    value(await changeWordList(ports, OWNER, input))
    expect(ports.tables.audit).toMatchObject([{ action: 'change.words', detail: { before: 0, words: 1 } }])
    refusal(await changeWordList(ports, OWNER, { ...input, version: 1, words: 'x'.repeat(500) }))
    expect(ports.tables.audit).toHaveLength(1)
  })
})
