import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guestName } from '../../../lib/comments/display-name'
import { person } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const HARD = new URL('../../../../shared/testdata/text/unicode-hard.json', import.meta.url)

const typed = async (name: string, staff = 'Ada Lovelace') => {
  const ports = memoryPorts()
  await person(ports, 'editor', staff)
  return guestName(ports, name)
}
const shown = async (name: string) => {
  const result = await typed(name)
  return result.ok ? result.value.name : result.error.fields
}

const BAD = /[\u202A-\u202E\u2066-\u2069\u200B\u2800\u3164\uFEFF\n\t]|\p{M}{5}/u

describe('a guest’s name', () => {
  it.each([
    ['', ''],
    ['  Rita \n Reader ', 'Rita Reader'],
    ['\u202eatiR\u2066', 'atiR'],
    ['\u3164\u2800\u200b', ''],
    ['Ｒｉｔａ', 'Rita'],
    ['Ri\u0301\u0301\u0301\u0301\u0301\u0301\u0301ta', 'Rí\u0301\u0301\u0301\u0301ta'],
    ['李雷', '李雷'],
  ])('%j is shown as %j', async (name, expected) => {
    expect(await shown(name)).toBe(expected)
  })

  it.each([
    'Ada Lovelace',
    'АDА LOVELACE',
    'Ada\u200b Lovelace',
    'Ada Love1ace',
    'ada.lovelace',
    'Ａｄａ Ｌｏｖｅｌａｃｅ',
  ])('may not be %j, who works here', async (name) => {
    expect(await shown(name)).toEqual({
      name: 'This name belongs to somebody who works here. Please choose another one.',
    })
  })

  it('may be one that somebody on the staff only begins with, and nothing at all', async () => {
    expect((await typed('Ada')).ok).toBe(true)
    expect((await typed('…', '?!…')).ok).toBe(true)
  })

  it('may have 80 signs, not 81', async () => {
    expect((await typed('x'.repeat(80))).ok).toBe(true)
    expect(await shown('x'.repeat(81))).toHaveProperty('name')
  })

  const expectTame = async (name: string): Promise<void> => {
    const result = await typed(name)
    if (result.ok) expect(result.value.name).not.toMatch(BAD)
  }

  it('is tame whatever is typed', async () => {
    const sign = fc.constantFrom(
      'a',
      'é',
      '\u0301',
      '\u0489',
      ' ',
      '\u202e',
      '\u2067',
      '\u3164',
      '\u2800',
      '\ufeff',
      'ﷺ',
      '\n',
      '👩',
      '\u200d',
    )
    await fc.assert(fc.asyncProperty(fc.string({ unit: sign, maxLength: 30 }), expectTame))
  })

  it.skipIf(!existsSync(HARD))('is tame for hard Unicode', async () => {
    const hard: Record<string, string> = JSON.parse(readFileSync(HARD, 'utf8'))
    for (const name of Object.values(hard)) await expectTame(name)
  })
})
