import { expect, it } from 'vitest'
import { ROLES } from '../../../lib/kernel/actor'
import { changeWordList, wordsIn } from '../../../lib/settings/change-word-list'
import { readWordLists } from '../../../lib/settings/read-word-lists'
import { MOST_WORDS } from '../../../lib/settings/word-lists'
import { person } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'

const stage = async () => {
  const ports = memoryPorts()
  const owner = await person(ports, 'owner', 'Ada')
  const change = (words: string, facts: object = {}) =>
    changeWordList(ports, owner, {
      ...{ version: ports.tables.words.version, kind: 'banned', language: '', words, how: 'replace' },
      ...facts,
    })
  const lists = async () => value(await readWordLists(ports, owner)).lists
  return { ports, owner, change, lists }
}

it('reads a pasted text: line by line, canonical, without notes and repeats', () => {
  expect(wordsIn(' buy  gold \r\n# a note\n\nbuy gold\ncafe\u0301\u0000')).toEqual(['buy gold', 'café'])
})

it('keeps one list per kind and language, with an audit line and an effect', async () => {
  const { ports, change, lists } = await stage()
  expect(value(await change('one\ntwo')).count).toBe(2)
  expect(value(await change('drei', { language: 'de' })).count).toBe(1)
  expect(value(await change('two\nthree', { how: 'add' })).count).toBe(3)
  expect(await lists()).toEqual([
    { kind: 'banned', language: 'de', words: ['drei'] },
    { kind: 'banned', language: '', words: ['one', 'two', 'three'] },
  ])
  value(await change(''))
  expect(await lists()).toEqual([{ kind: 'banned', language: 'de', words: ['drei'] }])
  expect(ports.tables.audit.at(-1)).toMatchObject({
    action: 'change.words',
    detail: { before: 3, words: 0, version: 4 },
  })
  expect(ports.tables.outbox.has('settings.changed:words:4')).toBe(true)
})

it('is a conflict when somebody was faster, and tells the version to try again with', async () => {
  const { change, lists } = await stage()
  value(await change('one'))
  const late = refusal(await change('two', { version: 0 }))
  expect(late).toMatchObject({ code: 'conflict', details: { version: 1 } })
  expect(await lists()).toMatchObject([{ words: ['one'] }])
})

it('refuses words nobody types and lists nobody reads, in plain words', async () => {
  const { change } = await stage()
  expect(refusal(await change(`${'x'.repeat(101)}`)).fields?.words).toContain('100 characters')
  const many = Array.from({ length: MOST_WORDS + 1 }, (_, n) => `w${n}`).join('\n')
  expect(refusal(await change(many)).fields?.words).toContain('60,000')
})

it('is nobody’s but the owner’s, to read and to write', async () => {
  const { ports } = await stage()
  for (const role of ROLES.filter((known) => known !== 'owner')) {
    const other = await person(ports, role, role)
    const input = { version: 0, kind: 'banned', language: '', words: 'x', how: 'add' } as const
    expect(refusal(await changeWordList(ports, other, input)).code).toBe('forbidden')
    expect(refusal(await readWordLists(ports, other)).code).toBe('forbidden')
  }
  expect(ports.tables.words.version).toBe(0)
})
