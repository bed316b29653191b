import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../lib/comments/screening'
import { fingerprintOf } from '../../../lib/comments/fingerprint'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { DAY, HOUR } from '../../../lib/kernel/clock'
import { CHECKS } from '../../../lib/moderation/checks/index'
import type { Check } from '../../../lib/moderation/checks/check'
import { closed } from '../../../lib/moderation/checks/closed'
import { disposableMail } from '../../../lib/moderation/checks/disposable-mail'
import { duplicate } from '../../../lib/moderation/checks/duplicate'
import { length } from '../../../lib/moderation/checks/length'
import { links } from '../../../lib/moderation/checks/links'
import { mode } from '../../../lib/moderation/checks/mode'
import { parentVisible } from '../../../lib/moderation/checks/parent-visible'
import { shouting } from '../../../lib/moderation/checks/shouting'
import { words } from '../../../lib/moderation/checks/words'
import { changeWordList } from '../../../lib/settings/change-word-list'
import { screen } from '../../../lib/moderation/screen'
import { screeningRules } from '../../../lib/settings/screening-rules'
import type { SiteSettings } from '../../../lib/settings/site-settings'
import { choose, conversation, decideOn, person, post, publicPiece } from '../../support/conversation'
import { must } from '../../support/builders/must'
import { memoryPorts } from '../../support/memory/memory-ports'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const moderator = await person(deps, 'moderator', 'Mo')
  const article = await publicPiece(deps, moderator)
  const draft = (facts: Partial<Draft> = {}): Draft => {
    const body = facts.body ?? 'Some words of my own.'
    const base = {
      ...{
        commentId: null,
        article: { ...article, language: 'en', publishedAt: deps.clock.now() },
        parentId: null,
      },
      ...{ author: ANONYMOUS, name: '', nameKey: '', email: '', at: deps.clock.now() },
    }
    return { ...base, body, fingerprint: fingerprintOf(deps.secrets, body), ...facts }
  }
  const ask = async (check: Check, facts: Partial<Draft> = {}, choices: Partial<SiteSettings> = {}) => {
    const { settings } = await deps.settingsStore.read()
    return check.run(draft(facts), { ...settings, ...choices }, deps)
  }
  const piece = draft().article ?? undefined
  if (!piece) throw new Error('no piece')
  return { deps, moderator, article, piece, draft, ask }
}

describe('length', () => {
  it.each(['', ' \n ', '\u200b\u2060', '\u2800\u3164', '\u0301'])(
    'refuses %j: nothing is written there',
    async (body) => {
      expect(await (await stage()).ask(length, { body })).toMatchObject({ level: 'refuse', field: 'body' })
    },
  )

  it('counts code points and refuses one too many', async () => {
    const { ask } = await stage()
    expect((await ask(length, { body: '🖍'.repeat(10_000) })).level).toBe('pass')
    const long = await ask(length, { body: '🖍'.repeat(10_001) })
    expect(long).toMatchObject({ level: 'refuse', evidence: { facts: { length: 10_001, max: 10_000 } } })
    expect(long.reason).toContain('10,001')
  })
})

describe('closed', () => {
  it('refuses where the piece, the site or the date says so, and under what is not public', async () => {
    const { ask, piece: article, deps } = await stage()
    const now = deps.clock.now()
    const under = (facts: object) => ask(closed, { article: { ...article, ...facts } })
    expect((await under({})).level).toBe('pass')
    expect((await under({ commentMode: 'closed' })).level).toBe('refuse')
    expect((await under({ commentsCloseAt: now })).level).toBe('refuse')
    expect((await under({ commentsCloseAt: now + 1 })).level).toBe('pass')
    expect((await ask(closed, {}, { commentMode: 'closed' })).level).toBe('refuse')
    expect(
      (await ask(closed, { article: { ...article, commentMode: 'open' } }, { commentMode: 'closed' })).level,
    ).toBe('pass')
    expect((await ask(closed, { article: null })).level).toBe('refuse')
  })
})

describe('parent-visible', () => {
  it('says the same of a hidden, a foreign and an unknown parent', async () => {
    const { ask, deps, moderator, article } = await stage()
    const other = await publicPiece(deps, moderator)
    const waiting = await post(deps, { slug: article.slug })
    const elsewhere = await post(deps, { slug: other.slug })
    await decideOn(deps, moderator, elsewhere.commentId, 'approve')
    const answers = [waiting.commentId, elsewhere.commentId, deps.ids.random()].map((parentId) =>
      ask(parentVisible, { parentId }),
    )
    const [hidden, foreign, unknown] = await Promise.all(answers)
    expect(hidden?.level).toBe('refuse')
    expect(foreign).toEqual(hidden)
    expect(unknown).toEqual(hidden)
    await decideOn(deps, moderator, waiting.commentId, 'approve')
    expect((await ask(parentVisible, { parentId: waiting.commentId })).level).toBe('pass')
  })
})

describe('duplicate', () => {
  const body = 'Rope is rope, whatever they say.'

  it('refuses what the same person said here, holds what somebody else said', async () => {
    const { ask, deps, article, piece, moderator } = await stage()
    const { author } = await post(deps, { slug: article.slug, body })
    const same = { body: ' Rope is ROPE,\n whatever they say.' }
    const fingerprint = fingerprintOf(deps.secrets, same.body)
    expect(await ask(duplicate, { ...same, fingerprint, author })).toMatchObject({
      level: 'refuse',
      reason: 'You have already said this here.',
    })
    expect(await ask(duplicate, { body })).toMatchObject({
      level: 'hold',
      evidence: { facts: { others: 1 } },
    })
    const other = await publicPiece(deps, moderator)
    const there = { ...piece, id: other.id }
    expect((await ask(duplicate, { body, author, article: there })).level).toBe('pass')
    deps.clock.advance(DAY + 1)
    expect((await ask(duplicate, { body, author })).level).toBe('pass')
  })

  it('does not take a text for its own repeat', async () => {
    const { ask, deps, article } = await stage()
    const { author, commentId } = await post(deps, { slug: article.slug, body })
    expect((await ask(duplicate, { body, author, commentId })).level).toBe('pass')
  })
})

describe('links', () => {
  it('holds more than the settings allow, and shows where they are', async () => {
    const { ask } = await stage()
    const body = 'See https://a.example/x and b.example.org, or http://c.example.'
    expect((await ask(links, { body }, { maxLinks: 3 })).level).toBe('pass')
    const held = await ask(links, { body }, { maxLinks: 2 })
    expect(held).toMatchObject({ level: 'hold', evidence: { facts: { links: 3, allowed: 2 } } })
    expect(held.evidence.spans?.map(([start, end]) => body.slice(start, end))).toEqual([
      'https://a.example/x',
      'b.example.org',
      'http://c.example',
    ])
  })
})

describe('words', () => {
  const found = async (body: string, facts: Partial<Draft> = {}) => {
    const { ask, deps } = await stage()
    await choose(deps, { bannedWords: ['cunt', 'buy gold'], suspectWords: ['rolex'] })
    const { level, evidence } = await ask(words, { body, ...facts })
    return [level, ...(evidence.spans ?? []).map(([start, end]) => body.slice(start, end))]
  }

  it.each([
    ['What a с\u200bunt', 'spam', 'с\u200bunt'],
    ['cunt and buy gold', 'spam', 'cunt', 'buy gold'],
    ['a r.o.lex', 'hold', 'r.o.lex'],
    ['Greetings from Scunthorpe', 'pass'],
  ])('reads %j', async (body, ...expected) => {
    expect(await found(body)).toEqual(expected)
  })

  it('reads the name too', async () => {
    expect(await found('Fine words.', { name: 'R0lex' })).toEqual(['hold'])
  })

  it('takes the lists of a language for pieces in it alone', async () => {
    const { ask, deps, piece } = await stage()
    const change = { version: 0, kind: 'banned', language: 'en', words: 'slut', how: 'replace' } as const
    const owner = await person(deps, 'owner', 'Ada')
    await must('list', changeWordList(deps, owner, change))
    const under = async (language: string) =>
      (await ask(words, { body: 'Det är slut.', article: { ...piece, language } })).level
    expect(await under('en-GB')).toBe('spam')
    expect(await under('sv')).toBe('pass')
  })
})

describe('disposable-mail', () => {
  it.each([
    ['a@mailinator.com', 'hold'],
    ['a@in.Mailinator.com', 'hold'],
    ['a@example.org', 'pass'],
    ['', 'pass'],
  ])('looks at %j: %s', async (email, level) => {
    const { ask } = await stage()
    expect((await ask(disposableMail, { email })).level).toBe(level)
    const off = screeningRules.parse({ disposableMail: false })
    expect((await ask(disposableMail, { email }, { screening: off })).level).toBe('pass')
  })
})

describe('shouting', () => {
  it.each([
    ['THIS IS WHAT EVERYBODY SHOULD KNOW!!!', true],
    ['ДАЖЕ КИРИЛЛИЦЕЙ ГРОМКО КРИЧАТ', true],
    ['NASA, ESA and JAXA said so', false],
    ['WOW', false],
    ['UP TO HERE all is loud, but no more', false],
    ['這裡沒有大寫字母這裡沒有大寫字母這裡沒有', false],
    ['هنا لا توجد حروف كبيرة على الإطلاق', false],
    ['', false],
  ])('asks the writer of %j: %s, and holds nothing', async (body, asks) => {
    const found = await (await stage()).ask(shouting, { body })
    expect(found.level).toBe('pass')
    expect(found.nudge !== undefined).toBe(asks)
  })
})

describe('mode', () => {
  it('is no reason to nudge anybody', async () => {
    const { ask } = await stage()
    expect(await ask(mode)).not.toHaveProperty('nudge')
  })

  it('holds everything by default', async () => {
    expect(await (await stage()).ask(mode)).toMatchObject({
      level: 'hold',
      reason: 'Every comment is read before it appears.',
    })
  })

  it('in `first`, trusts a key whose comments were approved, and no typed name or address', async () => {
    const { ask, deps, article, moderator } = await stage()
    const first = await post(deps, { slug: article.slug, name: 'Rita', email: 'rita@example.org' })
    const { author } = first
    const second = await post(deps, { slug: article.slug }, author)
    await decideOn(deps, moderator, first.commentId, 'approve')
    const inFirst = { commentMode: 'first', trustAfter: 2 } as const
    expect(await ask(mode, { author }, inFirst)).toMatchObject({
      level: 'hold',
      evidence: { facts: { approved: 1 } },
    })
    await decideOn(deps, moderator, second.commentId, 'approve')
    expect((await ask(mode, { author }, inFirst)).level).toBe('pass')
    expect((await ask(mode, { author: ANONYMOUS }, inFirst)).level).toBe('hold')
    expect((await ask(mode, { author: { kind: 'guest', guestId: 'another' } }, inFirst)).level).toBe('hold')
  })

  it('lets the piece override the site', async () => {
    const { ask, piece: article } = await stage()
    expect((await ask(mode, { article: { ...article, commentMode: 'open' } })).level).toBe('pass')
    expect(
      (await ask(mode, { article: { ...article, commentMode: 'all' } }, { commentMode: 'open' })).level,
    ).toBe('hold')
  })
})

describe('screen', () => {
  const says = (level: 'pass' | 'hold' | 'spam' | 'refuse'): Check => ({
    name: level,
    run: () => ({ level, reason: level, evidence: {} }),
  })

  it('runs every check, keeps every opinion, and the strictest wins whatever the order', async () => {
    const { deps, draft } = await stage()
    const checks = [says('hold'), says('refuse'), says('pass'), says('spam')]
    const verdict = await screen(deps, draft(), checks)
    expect(verdict.level).toBe('refuse')
    expect(verdict.opinions.map(({ check }) => check)).toEqual(['hold', 'refuse', 'pass', 'spam'])
    expect((await screen(deps, draft(), [says('spam'), says('hold')])).level).toBe('spam')
    expect((await screen(deps, draft(), [says('pass')])).level).toBe('pass')
  })

  it.each(CHECKS.map((check) => [check.name, check] as const))(
    'holds when %s is down',
    async (name, check) => {
      const { deps, draft } = await stage()
      await choose(deps, { commentMode: 'open' })
      const broken: Check = {
        ...check,
        run: () => {
          throw new Error('down')
        },
      }
      const checks = CHECKS.map((known) => (known === check ? broken : known))
      const verdict = await screen(deps, draft({ body: 'Fine words.' }), checks)
      expect(verdict.level).toBe('hold')
      expect(verdict.opinions.find((opinion) => opinion.check === name)).toMatchObject({ level: 'hold' })
    },
  )

  it('is quick with the longest text and the longest lists', async () => {
    const { deps, draft } = await stage()
    const list = Array.from({ length: 5_000 }, (_, i) => `${'a'.repeat(60)}${i.toString(36)}`)
    await choose(deps, { bannedWords: list, suspectWords: list, commentMode: 'open' })
    await screen(deps, draft())
    const started = process.hrtime.bigint()
    await screen(deps, draft({ body: 'a.co '.repeat(2_000), at: deps.clock.now() + HOUR }))
    await screen(deps, draft({ body: 'a'.repeat(10_000) }))
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(5_000)
  })
})
