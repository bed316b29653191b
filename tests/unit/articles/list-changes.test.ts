import { describe, expect, test } from 'vitest'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const AT = { date: '2027-10-31', time: '02:30', zone: 'America/New_York' } as const

describe('what was done to a piece', () => {
  test('says who, and why where the checklist objected; by which clocks it was scheduled', async () => {
    const { stet, ports, editor, writer, start, save, open, move } = await studio()
    ports.clock.set(Date.parse('2027-03-01T12:00:00Z'))
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', text: 'There were TK of them.\n\n![](/media/rope.jpg)' }))
    value(await move(articleId, 'submit', writer))
    const { version } = await open(articleId)
    value(
      await stet.articles.schedule(editor, { articleId, version, ...AT, reason: 'The ship is called TK' }),
    )
    const { changes, scheduledIn } = value(await stet.articles.changes(writer, { articleId }))
    expect(scheduledIn).toBe('America/New_York')
    expect(changes).toEqual([
      {
        at: '2027-03-01T12:00:00.000Z',
        by: editor.name,
        did: 'scheduled it for 2027-10-31 02:30 America/New_York, although the checklist objected (something still to come, a picture without description)',
        reason: 'The ship is called TK',
      },
      expect.objectContaining({ by: writer.name, did: 'handed it to the editors', reason: null }),
      expect.objectContaining({ did: 'began it' }),
    ])
    const other = { ...writer, userId: 'somebody-else' }
    expect(refusal(await stet.articles.changes(other, { articleId })).code).toBe('forbidden')
    expect(refusal(await stet.articles.changes(ANONYMOUS, { articleId })).code).toBe('unauthenticated')
  })
})

describe('describing a picture from the checklist', () => {
  const TEXT = '![](/media/rope.jpg)\n\n> ![](/media/rope.jpg)\n\n![Hemp](/media/hemp.jpg)'
  const drafted = async () => {
    const house = await studio()
    const articleId = await house.start()
    value(await house.save(articleId, { title: 'Ropes', text: TEXT }))
    const describeAs = async (
      words: { alt?: string; decorative?: '1'; version?: number },
      by = house.writer,
    ) =>
      house.stet.articles.describePicture(by, {
        ...{ articleId, version: (await house.open(articleId)).version, src: '/media/rope.jpg', alt: '' },
        ...words,
      })
    const found = async () =>
      value(await house.stet.articles.check(house.writer, { articleId })).map(({ check }) => check)
    return { ...house, articleId, describeAs, found }
  }

  test('goes wherever it stands without words, and nowhere else', async () => {
    const { articleId, describeAs, found, open } = await drafted()
    expect(await found()).toContain('alt')
    value(await describeAs({ alt: ' A rope,\ncoiled ' }))
    expect((await open(articleId)).text).toBe(
      '![A rope, coiled](/media/rope.jpg)\n\n> ![A rope, coiled](/media/rope.jpg)\n\n![Hemp](/media/hemp.jpg)',
    )
    expect(await found()).not.toContain('alt')
  })

  test('may say that it says nothing', async () => {
    const { describeAs, found } = await drafted()
    value(await describeAs({ decorative: '1' }))
    expect(await found()).not.toContain('alt')
  })

  test('is refused without words, over another version, and to others', async () => {
    const { writer, describeAs, found } = await drafted()
    expect(refusal(await describeAs({ alt: ' ' })).fields).toHaveProperty('alt')
    expect(refusal(await describeAs({ alt: 'x'.repeat(501) })).fields).toHaveProperty('alt')
    expect(refusal(await describeAs({ alt: 'A rope', version: 1 })).code).toBe('conflict')
    expect(refusal(await describeAs({ alt: 'A rope' }, { ...writer, userId: 'other' })).code).toBe(
      'forbidden',
    )
    expect(await found()).toContain('alt')
  })
})
