import { describe, expect, it, vi } from 'vitest'
import { fingerprintOf } from '../../../lib/comments/fingerprint'
import type { Draft } from '../../../lib/comments/screening'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { DAY, MINUTE } from '../../../lib/kernel/clock'
import { nameSkeleton } from '../../../lib/kernel/name-skeleton'
import type { Check } from '../../../lib/moderation/checks/check'
import { domainRecord } from '../../../lib/moderation/checks/domain-record'
import { imitation } from '../../../lib/moderation/checks/imitation'
import { nearRepeat } from '../../../lib/moderation/checks/near-repeat'
import { newAuthor } from '../../../lib/moderation/checks/new-author'
import { rejectionRate } from '../../../lib/moderation/checks/rejection-rate'
import { script } from '../../../lib/moderation/checks/script'
import { shorteners } from '../../../lib/moderation/checks/shorteners'
import { slowMode } from '../../../lib/moderation/checks/slow-mode'
import { speed } from '../../../lib/moderation/checks/speed'
import { timeTrap } from '../../../lib/moderation/checks/time-trap'
import { NOTHING_DONE, WRITTEN_MAX } from '../../../lib/moderation/screening-reader'
import { tryText } from '../../../lib/moderation/try-text'
import { Learner } from '../../../lib/moderation/learner/learner'
import { screeningRules } from '../../../lib/settings/screening-rules'
import type { SiteSettings } from '../../../lib/settings/site-settings'
import { must } from '../../support/builders/must'
import { choose, conversation, decideOn, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

type Rules = Parameters<typeof screeningRules.parse>[0]

const stage = async () => {
  const deps = conversation(memoryPorts())
  const moderator = await person(deps, 'moderator', 'Samuel Okafor')
  const { id, slug } = await publicPiece(deps, moderator)
  const at = deps.clock.now()
  const ask = async (
    check: Check,
    facts: Partial<Draft>,
    rules: Rules = {},
    choices: Partial<SiteSettings> = {},
  ) => {
    const { settings } = await deps.settingsStore.read()
    const article = { id, commentMode: null, commentsCloseAt: null, publishedAt: at, language: 'en' }
    const [body, name] = [facts.body ?? 'Words.', facts.name ?? '']
    const draft = {
      ...{ commentId: null, article, parentId: null, author: ANONYMOUS, email: '', at: deps.clock.now() },
      ...{
        nameKey: nameSkeleton(name),
        fingerprint: fingerprintOf(deps.secrets, body),
        ...facts,
        body,
        name,
      },
    }
    return check.run(draft, { ...settings, ...choices, screening: screeningRules.parse(rules) }, deps)
  }
  return { deps, moderator, slug, ask }
}

describe('links', () => {
  it('to shorteners wait, with the place marked', async () => {
    const { ask } = await stage()
    const body = 'See https://bit.ly/3x and https://example.org'
    const held = await ask(shorteners, { body })
    expect(held).toMatchObject({ level: 'hold', evidence: { facts: { domain: 'bit.ly' } } })
    expect(held.evidence.spans?.map(([start, end]) => body.slice(start, end))).toEqual(['https://bit.ly/3x'])
    expect((await ask(shorteners, { body: 'https://example.org' })).level).toBe('pass')
    expect((await ask(shorteners, { body }, { shorteners: false })).level).toBe('pass')
  })

  it('to where others sent people and were turned away wait; decisions undone or balanced do not count', async () => {
    const { deps, moderator, slug, ask } = await stage()
    const linking = async (n: number, move: 'spam' | 'approve') => {
      const { commentId } = await post(deps, { slug, body: `Words ${n}, see https://www.pills.example/${n}` })
      await decideOn(deps, moderator, commentId, move)
    }
    const body = 'Look: https://pills.example'
    await linking(1, 'spam')
    expect((await ask(domainRecord, { body })).level).toBe('pass')
    await linking(2, 'spam')
    expect(await ask(domainRecord, { body })).toMatchObject({
      level: 'hold',
      evidence: { spans: [[6, 27]], facts: { domain: 'pills.example', approved: 0, against: 2 } },
    })
    expect((await ask(domainRecord, { body: 'https://other.example' })).level).toBe('pass')
    expect((await ask(domainRecord, { body }, { domainRecord: false })).level).toBe('pass')
    for (const n of [3, 4, 5]) await linking(n, 'approve')
    expect((await ask(domainRecord, { body })).level).toBe('pass')
  })
})

describe('nearly the same words', () => {
  const said = (town: string) =>
    `Well said! Here in ${town} we all think so, and my whole family agrees with every single word that was written in this remarkable piece.`

  it('as another comment wait, whoever writes them; the same ones, other ones and short ones are not its business', async () => {
    const { deps, slug, ask } = await stage()
    await post(deps, { slug, body: said('Leeds') })
    const near = await ask(nearRepeat, { body: said('York') })
    expect(near).toMatchObject({ level: 'hold', evidence: { facts: { others: 1 } } })
    expect(near.reason).toContain('another comment of the last 30 days')
    expect((await ask(nearRepeat, { body: said('Leeds') })).level).toBe('pass')
    expect((await ask(nearRepeat, { body: 'The ferry left at nine, and nobody was on it.' })).level).toBe(
      'pass',
    )
    await post(deps, { slug, body: 'Thank you!' })
    expect((await ask(nearRepeat, { body: 'Thank you!!' })).level).toBe('pass')
    deps.clock.advance(31 * DAY)
    expect((await ask(nearRepeat, { body: said('York') })).level).toBe('pass')
  })

  it('of one’s own, when a comment is changed, say nothing', async () => {
    const { deps, slug, ask } = await stage()
    const { commentId } = await post(deps, { slug, body: said('Leeds') })
    expect((await ask(nearRepeat, { commentId, body: said('York') })).level).toBe('pass')
  })
})

describe('a record', () => {
  it('of thirty per cent turned away within seven days holds, and an older one does not', async () => {
    const { deps, moderator, slug, ask } = await stage()
    const first = await post(deps, { slug })
    const { author } = first
    await decideOn(deps, moderator, first.commentId, 'reject')
    for (let n = 0; n < 2; n += 1) {
      const { commentId } = await post(deps, { slug }, author)
      await decideOn(deps, moderator, commentId, 'approve')
    }
    expect(await ask(rejectionRate, { author })).toMatchObject({
      level: 'hold',
      evidence: { facts: { decided: 3, against: 1 } },
    })
    expect((await ask(rejectionRate, { author }, { rejectionRate: 34 })).level).toBe('pass')
    expect((await ask(rejectionRate, { author }, { rejectionRate: 0 })).level).toBe('pass')
    expect((await ask(rejectionRate, {})).level).toBe('pass')
    deps.clock.advance(8 * 24 * 60 * MINUTE)
    expect((await ask(rejectionRate, { author })).level).toBe('pass')
  })

  it('of many comments in ten minutes holds', async () => {
    const { deps, slug, ask } = await stage()
    const { author } = await post(deps, { slug })
    await post(deps, { slug }, author)
    expect((await ask(speed, { author }, { speed: 3 })).level).toBe('pass')
    expect(await ask(speed, { author }, { speed: 2 })).toMatchObject({
      level: 'hold',
      reason: 'It is comment number 3 of the same person within 10 minutes.',
    })
    vi.spyOn(deps.screeningReader, 'author').mockResolvedValueOnce({ ...NOTHING_DONE, written: WRITTEN_MAX })
    expect((await ask(speed, { author }, { speed: 2 })).reason).toBe(
      'It is one of more than 200 comments of the same person within 10 minutes.',
    )
    deps.clock.advance(11 * MINUTE)
    expect((await ask(speed, { author }, { speed: 2 })).level).toBe('pass')
  })

  it('of nothing approved holds where the owner wants it', async () => {
    const { deps, moderator, slug, ask } = await stage()
    const { author, commentId } = await post(deps, { slug })
    expect((await ask(newAuthor, { author })).level).toBe('pass')
    expect((await ask(newAuthor, { author }, { newAuthor: true })).level).toBe('hold')
    await decideOn(deps, moderator, commentId, 'approve')
    expect((await ask(newAuthor, { author }, { newAuthor: true })).level).toBe('pass')
  })
})

describe('a name', () => {
  it.each([
    ['Moderator', 'hold'],
    ['the M0derator team', 'hold'],
    ['Samue1 Okafor', 'pass'], // the very same skeleton is refused before
    ['Samuell Okafor', 'hold'],
    ['Samuel Okafor (real)', 'hold'],
    ['Samuel', 'pass'],
    ['Modesta', 'pass'],
    ['', 'pass'],
  ])('%j: %s', async (name, level) => {
    expect((await (await stage()).ask(imitation, { name })).level).toBe(level)
  })
})

describe('a script', () => {
  it('other than the piece’s holds where the owner wants it; Latin is everybody’s second one', async () => {
    const { ask } = await stage()
    const body = 'Совсем другими буквами написано'
    expect((await ask(script, { body })).level).toBe('pass')
    expect(await ask(script, { body }, { script: true })).toMatchObject({ level: 'hold' })
    expect((await ask(script, { body: 'Слово and many more words' }, { script: true })).level).toBe('pass')
    const article = { id: 'a', commentMode: null, commentsCloseAt: null, publishedAt: 0, language: 'ar' }
    expect((await ask(script, { body: 'Plain English words here', article }, { script: true })).level).toBe(
      'pass',
    )
  })
})

describe('time', () => {
  it('that nobody could have typed in holds; a missing one says nothing', async () => {
    const { ask } = await stage()
    const body = 'A text of forty letters and some more of them.'
    expect((await ask(timeTrap, { body, tookMs: 900 })).level).toBe('hold')
    expect((await ask(timeTrap, { body, tookMs: 3_000 })).level).toBe('pass')
    expect((await ask(timeTrap, { body })).level).toBe('pass')
    expect((await ask(timeTrap, { body: 'Yes.', tookMs: 900 })).level).toBe('pass')
    expect((await ask(timeTrap, { body, tookMs: 900 }, { timeTrap: 0 })).level).toBe('pass')
  })

  it('between two comments of a person is asked for in slow mode, and said how much', async () => {
    const { deps, slug, ask, moderator } = await stage()
    const { author } = await post(deps, { slug })
    deps.clock.advance(MINUTE)
    const slow = { slowMinutes: 5 }
    expect(await ask(slowMode, { author }, {}, slow)).toMatchObject({
      level: 'refuse',
      evidence: { facts: { minutes: 4 } },
    })
    expect((await ask(slowMode, { author: moderator }, {}, slow)).level).toBe('pass')
    expect((await ask(slowMode, {}, {}, slow)).level).toBe('pass')
    deps.clock.advance(4 * MINUTE)
    expect((await ask(slowMode, { author }, {}, slow)).level).toBe('pass')
  })
})

describe('trying a text', () => {
  it('tells what every check says, stores nothing and is the owner’s', async () => {
    const { deps, moderator } = await stage()
    const owner = await person(deps, 'owner', 'Ada')
    await choose(deps, { bannedWords: ['viagra'] })
    const input = { body: 'Cheap v1agra', name: 'Admin', email: '', language: 'en' }
    const needs = { ...deps, learner: new Learner(deps) }
    const tried = await must('try', tryText(needs, owner, input))
    expect(tried.level).toBe('spam')
    expect(tried.checks.find(({ name }) => name === 'words')?.marked).toEqual([
      { text: 'Cheap ', marked: false },
      { text: 'v1agra', marked: true },
    ])
    expect(tried.checks.find(({ name }) => name === 'imitation')?.level).toBe('hold')
    expect(tried.spamScore).toBeNull()
    expect(deps.tables.comments.size).toBe(0)
    expect((await tryText(needs, moderator, input)).ok).toBe(false)
  })
})
