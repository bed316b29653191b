import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Draft } from '../../../lib/comments/screening'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import type { OutboundAnswer, OutboundRequest } from '../../../lib/kernel/outbound'
import { akismet } from '../../../lib/moderation/checks/akismet'
import { checkWords } from '../../../lib/moderation/check-words'
import { CHECKS } from '../../../lib/moderation/checks/index'
import { hook } from '../../../lib/moderation/checks/hook'
import { hookKey } from '../../../lib/moderation/hook-key'
import { readHookKey } from '../../../lib/moderation/read-hook-key'
import { screen } from '../../../lib/moderation/screen'
import { screeningRules } from '../../../lib/settings/screening-rules'
import { choose, person } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const URL = 'https://checker.example/hook'

const stage = (answer: OutboundAnswer) => {
  const sent: OutboundRequest[] = []
  const outbound = {
    send: async (request: OutboundRequest) => {
      sent.push(request)
      return answer
    },
  }
  const ports = { ...memoryPorts(), outbound, publicOrigin: 'https://news.example' }
  const at = ports.clock.now()
  const article = {
    id: 'a',
    commentMode: 'open' as const,
    commentsCloseAt: null,
    publishedAt: at,
    language: 'de',
  }
  const draft: Draft = {
    ...{ commentId: null, parentId: null, article, author: ANONYMOUS, at, fingerprint: 'f' },
    ...{ body: 'Grüße.', name: 'Rita', nameKey: 'rita', email: 'rita@example.org' },
  }
  return { ports, sent, draft }
}
const answered = (
  text: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): OutboundAnswer => ({ kind: 'answered', status, headers, text })

it('asks the owner’s checker with a signature it can verify, and takes its word', async () => {
  const { ports, sent, draft } = stage(answered('{"level":"hold","reason":"Known here."}'))
  await choose(ports, { screening: screeningRules.parse({ hook: URL }) })
  const verdict = await screen(ports, draft, [hook])
  expect(verdict).toMatchObject({ level: 'hold', opinions: [{ check: 'hook', reason: 'Known here.' }] })
  const [{ url, body = '', headers = {} } = { url: '' }] = sent
  expect(url).toBe(URL)
  expect(JSON.parse(body)).toEqual({
    body: 'Grüße.',
    name: 'Rita',
    language: 'de',
    reply: false,
    edit: false,
  })
  const key = hookKey(ports.secrets, URL)
  const mac = createHmac('sha256', key).update(`${headers['x-stet-time']}.${body}`).digest('hex')
  expect(headers['x-stet-signature']).toBe(mac)
  expect(headers['x-stet-time']).toBe(String(draft.at))
  expect(await readHookKey(ports, await person(ports, 'owner', 'Ada'))).toBe(key)
  expect(await readHookKey(ports, await person(ports, 'editor', 'Ed'))).toBeNull()
})

it.each<[string, OutboundAnswer, string]>([
  ['does not answer', { kind: 'failed', why: 'Too late.' }, 'it did not answer'],
  ['may not be called', { kind: 'refused', why: 'Private.' }, 'its address may not be called'],
  ['is broken', answered('oops', 500), 'it answered with the error 500'],
  ['talks nonsense', answered('{"level":"publish"}'), 'its answer could not be read'],
  ['says nothing', answered(''), 'its answer could not be read'],
])('holds while the checker or Akismet %s, and says so', async (_, answer, why) => {
  const { ports, draft } = stage(answer)
  await choose(ports, { screening: screeningRules.parse({ hook: URL, akismet: true, akismetKey: 'k' }) })
  const verdict = await screen(ports, draft, [hook, akismet])
  expect(verdict.opinions.map(({ level }) => level)).toEqual(['hold', 'hold'])
  expect(verdict.opinions.map(({ reason }) => reason)).toEqual([
    `The check “External checker” could not be carried out (${why}), so somebody has to look.`,
    `The check “Akismet” could not be carried out (${why}), so somebody has to look.`,
  ])
})

it('has plain words for every check', () => {
  for (const { name } of CHECKS) expect(checkWords(name)).not.toBe(name)
})

it('asks nobody unless the owner says so', async () => {
  const { ports, sent, draft } = stage(answered('true'))
  await choose(ports, { screening: screeningRules.parse({ akismetKey: 'k' }) })
  expect((await screen(ports, draft, [hook, akismet])).level).toBe('pass')
  await choose(ports, { screening: screeningRules.parse({ akismet: true }) })
  expect((await screen(ports, draft, [hook, akismet])).level).toBe('pass')
  expect(sent).toEqual([])
})

it('tells Akismet what it needs and nobody’s address, and holds what it calls spam', async () => {
  const spam = stage(answered('true'))
  const rules = screeningRules.parse({ akismet: true, akismetKey: 'k' })
  await choose(spam.ports, { screening: rules })
  expect((await screen(spam.ports, spam.draft, [akismet])).level).toBe('hold')
  const fields = Object.fromEntries(new URLSearchParams(spam.sent[0]?.body))
  expect(fields).toMatchObject({ api_key: 'k', blog: 'https://news.example', comment_content: 'Grüße.' })
  expect(fields.user_ip).toBe('192.0.2.1')
  expect(spam.sent[0]?.url).toBe('https://rest.akismet.com/1.1/comment-check')
  const akismetUrl = 'https://checker.example/1.1/comment-check'
  await screen({ ...spam.ports, akismetUrl }, spam.draft, [akismet])
  expect(spam.sent[1]?.url).toBe(akismetUrl)
  const worst = stage(answered('true', 200, { 'x-akismet-pro-tip': 'discard' }))
  await choose(worst.ports, { screening: rules })
  expect(await screen(worst.ports, worst.draft, [akismet])).toMatchObject({
    level: 'hold',
    opinions: [{ reason: 'Akismet takes it for spam of the worst kind.' }],
  })
  const unknown = stage(answered('invalid'))
  await choose(unknown.ports, { screening: rules })
  const [opinion] = (await screen(unknown.ports, unknown.draft, [akismet])).opinions
  expect(opinion?.reason).toContain('(it does not know the key of this publication)')
  const good = stage(answered('false'))
  await choose(good.ports, { screening: rules })
  expect((await screen(good.ports, good.draft, [akismet])).level).toBe('pass')
})
