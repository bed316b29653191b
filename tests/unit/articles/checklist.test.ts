import { describe, expect, test } from 'vitest'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { choose } from '../../support/conversation'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const checked = async (text: string, fields: { title?: string; dek?: string } = {}) => {
  const house = await studio()
  await house.publicPiece('Hemp')
  const articleId = await house.start()
  value(await house.save(articleId, { title: 'Ropes', dek: 'On ropes', text, ...fields }))
  const checks = value(await house.stet.articles.check(house.writer, { articleId }))
  return { ...house, articleId, checks }
}

describe('the checklist', () => {
  test.each([
    ['a sound piece', 'Words.\n\n## One\n\n### Below\n\n## Two\n\n[ropes](/articles/hemp)', []],
    ['TK in the text', 'There were TK of them.', ['tk']],
    ['tk within a word or as code', 'The ATK and `x`.\n\n```\nTK\n```', []],
    ['a picture without words', '![](/media/rope.jpg)', ['alt']],
    ['a picture with words', '![A rope](/media/rope.jpg)', []],
    ['a heading that skips', '## One\n\n#### Three', ['heading']],
    ['a link to nothing here', '[ropes](/articles/no-such-piece#knots)', ['link']],
    ['links elsewhere', '[a](https://example.org/articles/x) [b](/tags/ropes)', []],
  ])('%s', async (_, text, expected) => {
    const { checks } = await checked(text)
    expect(checks.filter(({ weight }) => weight === 'objects').map(({ check }) => check)).toEqual(expected)
  })

  test('hints at what is missing, and lets it pass', async () => {
    const { checks, articleId, publish } = await checked('Words.', { dek: '' })
    expect(checks.map(({ check, weight }) => [check, weight])).toEqual([['excerpt', 'hint']])
    value(await publish(articleId))
  })

  test('holds a piece back until it is mended, or somebody says why not, which stands in the log', async () => {
    const { articleId, stet, open, editor, publish, ports } = await checked('There were TK of them.')
    const refused = refusal(await publish(articleId))
    expect(refused).toMatchObject({ code: 'invalid', details: { checks: [{ check: 'tk' }] } })
    const { version } = await open(articleId)
    const empty = await stet.articles.publish(editor, { articleId, version, reason: ' \n ' })
    expect(empty.ok).toBe(false)
    value(await stet.articles.publish(editor, { articleId, version, reason: ' TK is a ship’s name ' }))
    expect(ports.tables.audit.at(-1)).toMatchObject({
      action: 'publish.article',
      detail: { passedOver: 'tk', reason: 'TK is a ship’s name' },
    })
  })

  test('and the state of a piece are told to those who may write it', async () => {
    const { articleId, stet, writer } = await checked('Words.')
    const explained = value(await stet.articles.explain(writer, { articleId }))
    expect(explained).toMatchObject({ status: 'draft', answer: 'missing', isListed: false })
    expect(explained.because.join(' ')).toMatch(/It is a draft.*\(404\)/)
    const other = { ...writer, userId: 'somebody-else' }
    const { check, explain } = stet.articles
    for (const [actor, code] of [
      [ANONYMOUS, 'unauthenticated'],
      [other, 'forbidden'],
    ] as const) {
      expect(refusal(await check(actor, { articleId })).code).toBe(code)
      expect(refusal(await explain(actor, { articleId })).code).toBe(code)
    }
  })

  test('what is planned is told by the clocks of the publication', async () => {
    const { articleId, stet, open, editor, ports } = await checked('Words.')
    await choose(ports, { timeZone: 'Asia/Tokyo' })
    const { version } = await open(articleId)
    const wall = { date: '2030-01-29', time: '09:30', zone: 'Europe/Berlin' }
    value(await stet.articles.schedule(editor, { articleId, version, ...wall }))
    const { because } = value(await stet.articles.explain(editor, { articleId }))
    expect(because[1]).toMatch(
      /^Readers see it from 2030-01-29 17:30 Asia\/Tokyo on; now it is .+ Asia\/Tokyo\.$/,
    )
  })
})
