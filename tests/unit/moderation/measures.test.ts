import { describe, expect, it } from 'vitest'
import { readSession } from '../../../lib/accounts/read-session'
import { signIn } from '../../../lib/accounts/sign-in'
import { ownStanding, readWarnings } from '../../../lib/accounts/own-standing'
import { editComment } from '../../../lib/comments/edit-comment'
import { recommendComment } from '../../../lib/comments/recommend-comment'
import { reportComment } from '../../../lib/comments/report-comment'
import { submitComment } from '../../../lib/comments/submit-comment'
import { ANONYMOUS, type Actor, type SignedIn } from '../../../lib/kernel/actor'
import type { Result } from '../../../lib/kernel/result'
import { DAY } from '../../../lib/kernel/clock'
import { decide } from '../../../lib/moderation/decide'
import { liftMeasure } from '../../../lib/moderation/lift-measure'
import { runErrands } from '../../../lib/moderation/run-errands'
import { takeMeasure, takeMeasureInput } from '../../../lib/moderation/take-measure'
import type { z } from 'zod'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { choose, conversation, decideOn, person, post, publicPiece, stored } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'
import { PASSWORD, refusal, somebodyHere } from '../../support/people'

type Input = z.infer<typeof takeMeasureInput>

const keyOf = (actor: Actor): string => {
  if (actor.kind === 'guest') return `guest:${actor.guestId}`
  return actor.kind === 'user' ? `user:${actor.userId}` : ''
}

const stage = async () => {
  const deps = conversation(memoryPorts())
  const ada = await person(deps, 'moderator', 'Ada')
  const { slug } = await publicPiece(deps, ada)
  const measure = (by: Actor, whom: Actor, given: Partial<Input> = {}) =>
    takeMeasure(deps, by, {
      ...{ person: keyOf(whom), kind: 'ban', targets: ['person'], reason: 'Insults', note: '' },
      ...{ days: null, rejectWaiting: false, ...given },
    })
  const say = (by: Actor, given: { email?: string; body?: string } = {}, household = 1) =>
    submitComment(
      deps,
      by,
      { slug, body: `Words ${deps.ids.random()}.`, anyway: true, ...given },
      aClient(household),
    )
  return { deps, ada, slug, measure, say }
}

describe('a measure', () => {
  it('keeps a banned guest from everything, in kind words with the reason, and from nothing once lifted', async () => {
    const { deps, ada, slug, measure, say } = await stage()
    const others = await post(deps, { slug })
    await decideOn(deps, ada, others.commentId, 'approve')
    const { author, commentId } = await post(deps, { slug }, ANONYMOUS, 2)
    const { actId } = await must('ban', measure(ada, author))

    const { version } = (await stored(deps, commentId)).comment
    const tries = (): Promise<Result<unknown>>[] => [
      say(author),
      editComment(deps, author, { commentId, version, body: 'Other words.', anyway: true }),
      recommendComment(deps, author, { commentId: others.commentId, intent: 'give' }, aClient()),
      reportComment(deps, author, { commentId: others.commentId, reason: 'rude' }, aClient()),
    ]
    for (const tried of await Promise.all(tries())) {
      const { code, message } = refusal(tried)
      expect(code).toBe('forbidden')
      expect(message).toContain('The reason they gave: Insults.')
      expect(message).toContain('You can still read everything.')
    }
    expect((await ownStanding(deps, author)).barred).toContain('Insults')
    expect((await say(others.author)).ok).toBe(true)
    await must('lift', liftMeasure(deps, ada, { actId }))
    for (const tried of await Promise.all(tries())) expect(tried.ok).toBe(true)
    expect(refusal(await liftMeasure(deps, ada, { actId })).code).toBe('conflict')
  })

  it('suspends for a time, and tells until when', async () => {
    const { deps, ada, slug, measure, say } = await stage()
    const { author } = await post(deps, { slug })
    expect(refusal(await measure(ada, author, { kind: 'suspend' })).fields).toHaveProperty('days')
    await must('suspend', measure(ada, author, { kind: 'suspend', days: 7, reason: '' }))
    const { message } = refusal(await say(author))
    expect(message).toContain('you can take part again after')
    expect(message).not.toContain('reason')
    deps.clock.advance(7 * DAY)
    expect((await say(author)).ok).toBe(true)
  })

  it('lasts whole days, as many as somebody writes, or until it is lifted', () => {
    const given = {
      person: 'guest:g',
      kind: 'suspend',
      targets: [],
      reason: '',
      note: '',
      rejectWaiting: false,
    }
    const takes = (days: number | null) => takeMeasureInput.safeParse({ ...given, days }).success
    expect([1, 14, 3_650, null].map(takes)).toEqual([true, true, true, true])
    expect([0, -1, 1.5, 3_651, Number.NaN].map(takes)).toEqual([false, false, false, false, false])
  })

  it('warns until its reader has read it, whatever pages they look at', async () => {
    const { deps, ada, slug, measure, say } = await stage()
    const { author } = await post(deps, { slug })
    expect(refusal(await measure(ada, author, { kind: 'warn', reason: ' ' })).fields).toHaveProperty('reason')
    await must('warn', measure(ada, author, { kind: 'warn', reason: 'Please stay with the piece' }))
    for (let looks = 0; looks < 2; looks += 1) {
      expect((await ownStanding(deps, author)).warnings).toEqual([
        expect.stringContaining('Please stay with the piece.'),
      ])
    }
    expect((await say(author)).ok).toBe(true)
    await readWarnings(deps, author)
    expect((await ownStanding(deps, author)).warnings).toEqual([])
  })

  it('mutes reports without a word', async () => {
    const { deps, ada, slug, measure } = await stage()
    const { commentId } = await post(deps, { slug })
    await decideOn(deps, ada, commentId, 'approve')
    const { author: reader } = await post(deps, { slug })
    const report = () => reportComment(deps, reader, { commentId, reason: 'rude' }, aClient())
    await must('mute', measure(ada, reader, { kind: 'mute', reason: '' }))
    expect(await report()).toEqual({ ok: true, value: { guestSecret: null } })
    expect(deps.tables.reports.size).toBe(0)
    expect((await ownStanding(deps, reader)).barred).toBeNull()
  })

  it('that suspends a moderator keeps them from the desk as well, at their next request, and only for that time', async () => {
    const { deps, slug, measure } = await stage()
    const owner = await person(deps, 'owner', 'Olive')
    const moderator = await somebodyHere(deps, 'moderator')
    const { commentId } = await post(deps, { slug })
    await must('suspend', measure(owner, moderator, { kind: 'suspend', targets: [], days: 3 }))
    const suspended = await readSession(deps, moderator.sessionId)
    if (!suspended) throw new Error('A suspension ends no session.')
    const { version, latestRevisionId: revisionId } = (await stored(deps, commentId)).comment
    const about = { commentId, revisionId, version, move: 'approve' } as const
    expect(refusal(await decide(deps, suspended, about)).code).toBe('forbidden')
    const errands = [{ do: 'decide' as const, what: about, takenBack: false }]
    expect(refusal(await runErrands(deps, suspended, { errands })).code).toBe('forbidden')
    expect(refusal(await measure(suspended, ANONYMOUS)).code).toBe('forbidden')
    expect((await stored(deps, commentId)).comment.status).toBe('pending')
    deps.clock.advance(3 * DAY)
    const credentials = { email: 'moderator@example.org', password: PASSWORD }
    const { sessionId } = await must('sign in', signIn(deps, credentials, aClient()))
    const again = await readSession(deps, sessionId)
    await must('decide', decide(deps, again ?? ANONYMOUS, about))
    expect((await stored(deps, commentId)).comment.status).toBe('approved')
  })

  it('of an account ends its sessions and its sign-in, told only to whoever knows the password', async () => {
    const { deps, ada, measure } = await stage()
    const member = await somebodyHere(deps, 'member')
    const email = 'member@example.org'
    const { actId } = await must('ban', measure(ada, member))
    expect(deps.tables.sessions.get(member.sessionId)?.revokedAt).toBe(deps.clock.now())
    const wrong = refusal(await signIn(deps, { email, password: 'not the one' }, aClient()))
    expect(wrong.code).toBe('unauthenticated')
    expect(wrong.message).not.toContain('Insults')
    expect(refusal(await signIn(deps, { email, password: PASSWORD }, aClient())).message).toContain('Insults')
    await must('lift', liftMeasure(deps, ada, { actId }))
    expect((await signIn(deps, { email, password: PASSWORD }, aClient())).ok).toBe(true)
  })
})

describe('a ban of what somebody writes with', () => {
  it('tells a stranger behind the same address block nothing: their comment waits like any other', async () => {
    const { deps, ada, slug, measure, say } = await stage()
    await choose(deps, { commentMode: 'open' })
    const { author } = await post(deps, { slug }, ANONYMOUS, 7)
    await must('ban', measure(ada, author, { targets: ['person', 'address'] }))
    expect(refusal(await say(author, {}, 7)).code).toBe('forbidden')

    const stranger = await must('post', say(ANONYMOUS, {}, 7))
    expect(stranger.receipt).toEqual({
      ...{ commentId: stranger.receipt.commentId, state: 'waiting', repeat: false },
    })
    expect(stranger.guestSecret).not.toBeNull()
    const { comment } = await stored(deps, stranger.receipt.commentId)
    const opinions = deps.tables.opinions.get(comment.latestRevisionId) ?? []
    expect(opinions.map(({ check, level }) => [check, level])).toEqual([['measures', 'hold']])
    expect((await must('post', say(ANONYMOUS, {}, 8))).receipt.state).toBe('approved')
    // The block is forgotten after thirty days at the latest.
    deps.clock.advance(31 * DAY)
    expect((await must('post', say(ANONYMOUS, {}, 7))).receipt.state).toBe('approved')
    expect((await say(author, {}, 8)).ok).toBe(false)
  })

  it('still knows the block in the next period, and not when its salt is forgotten', async () => {
    const { deps, ada, slug, measure, say } = await stage()
    await choose(deps, { commentMode: 'open' })
    const { author } = await post(deps, { slug }, ANONYMOUS, 7)
    deps.clock.advance(40 * DAY)
    await must('ban', measure(ada, author, { targets: ['address'] }))
    expect((await must('post', say(ANONYMOUS, {}, 7))).receipt.state).toBe('waiting')
    deps.clock.advance(60 * DAY)
    expect(refusal(await measure(ada, author, { targets: ['address'] })).fields).toHaveProperty('targets')
  })

  it('holds a typed address and its provider, whoever types them, and never a colleague', async () => {
    const { deps, ada, slug, measure, say } = await stage()
    await choose(deps, { commentMode: 'open' })
    const { author } = await post(deps, { slug, email: 'x@bad.example' }, ANONYMOUS, 7)
    await must('ban', measure(ada, author, { targets: ['mail', 'domain', 'address'] }))
    const state = async (by: Actor, email?: string, household = 9) =>
      (await must('post', say(by, email === undefined ? {} : { email }, household))).receipt.state
    expect(await state(ANONYMOUS, 'X@BAD.example')).toBe('waiting')
    expect(await state(ANONYMOUS, 'y@bad.example')).toBe('waiting')
    expect(await state(ANONYMOUS, 'y@good.example')).toBe('approved')
    expect(await state(ada, undefined, 7)).toBe('approved')
  })

  it('holds what is made of a comment that was written with it, waiting or approved, until it is lifted', async () => {
    const { deps, ada, slug, measure } = await stage()
    await choose(deps, { commentMode: 'open' })
    const bad = { slug, email: 'x@bad.example' }
    const before = await post(deps, bad, ANONYMOUS, 7)
    const { actId } = await must('ban', measure(ada, before.author, { targets: ['mail', 'address'] }))
    const after = [await post(deps, bad, ANONYMOUS, 8), await post(deps, { slug }, ANONYMOUS, 7)]
    const edit = async ({ commentId, author }: typeof before, body: string) => {
      const { version } = (await stored(deps, commentId)).comment
      const edited = editComment(deps, author, { commentId, version, body, anyway: true })
      return (await must('edit', edited)).state
    }
    for (const [n, one] of [before, ...after].entries()) expect(await edit(one, `Text ${n}.`)).toBe('waiting')
    await must('lift', liftMeasure(deps, ada, { actId }))
    for (const [n, one] of after.entries()) expect(await edit(one, `Lifted, ${n}.`)).toBe('approved')
  })
})

describe('who may take measures', () => {
  const staff = async (deps: Awaited<ReturnType<typeof stage>>['deps']) => ({
    owner: await person(deps, 'owner', 'Olive'),
    editor: await person(deps, 'editor', 'Ed'),
    writer: await person(deps, 'writer', 'Wren'),
    member: await person(deps, 'member', 'Mem'),
  })

  it('is every moderator against readers, the owner alone against colleagues, nobody against the owner', async () => {
    const { deps, ada, measure } = await stage()
    const { owner, editor, writer, member } = await staff(deps)
    const codes = async (by: SignedIn | Actor, whom: Actor) => {
      const taken = await measure(by, whom)
      return taken.ok ? 'ok' : taken.error.code
    }
    expect(await codes(ada, member)).toBe('ok')
    for (const colleague of [ada, editor, writer, owner])
      expect(await codes(ada, colleague)).toBe('forbidden')
    for (const colleague of [ada, editor, writer]) expect(await codes(owner, colleague)).toBe('ok')
    expect(await codes(owner, owner)).toBe('forbidden')
    for (const nobody of [writer, member, ANONYMOUS, { kind: 'guest', guestId: 'g' }] as const)
      expect(await codes(nobody, member)).toBe('forbidden')
    expect(deps.tables.measures.size).toBe(4)
  })
})

describe('a ban that rejects what waits', () => {
  it('is undone to the letter, but for what somebody decided since', async () => {
    const { deps, ada, slug, measure } = await stage()
    const { author, commentId: first } = await post(deps, { slug })
    const { commentId: second } = await post(deps, { slug }, author)
    const { commentId: public_ } = await post(deps, { slug }, author)
    await decideOn(deps, ada, public_, 'approve')
    const others = await post(deps, { slug }, ANONYMOUS, 3)
    const shape = async (id: string) => {
      const { comment, revisions } = await stored(deps, id)
      const { version: _, ...rest } = comment
      return { ...rest, revisions: revisions.map(({ state }) => state) }
    }
    const before = await Promise.all([first, second, public_, others.commentId].map(shape))

    const { actId, rejected } = await must('ban', measure(ada, author, { rejectWaiting: true }))
    expect(rejected).toBe(2)
    expect((await shape(first)).status).toBe('rejected')
    expect((await shape(public_)).status).toBe('approved')
    expect((await shape(others.commentId)).status).toBe('pending')
    await decideOn(deps, ada, second, 'spam')

    const { restored, left } = await must('lift', liftMeasure(deps, ada, { actId }))
    expect({ restored, left }).toEqual({ restored: 1, left: 1 })
    expect(await shape(first)).toEqual(before[0])
    expect((await shape(second)).status).toBe('spam')
    expect(await Promise.all([public_, others.commentId].map(shape))).toEqual(before.slice(2))
    expect(deps.tables.audit.map(({ action }) => action).slice(-2)).toEqual(['take.measure', 'lift.measure'])
  })
})
