import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { hookKey } from '../hook-key'
import type { Draft } from '../../comments/screening'
import { NoWord, type Told, askElsewhere } from './ask-elsewhere'
import { type Check, type CheckPorts, type Finding, PASS } from './check'

const answer = z.object({
  level: z.enum(['pass', 'hold', 'spam']),
  reason: z.string().max(500).default('The checker of this publication objects.'),
})

const said = ({ text }: Told): z.infer<typeof answer> => {
  try {
    return answer.parse(JSON.parse(text))
  } catch {
    throw new NoWord('its answer could not be read')
  }
}

const consult = async (url: string, draft: Draft, ports: CheckPorts): Promise<Finding> => {
  const { body, name, article, parentId, commentId, at } = draft
  const sent = JSON.stringify({
    ...{
      body,
      name,
      language: article?.language ?? null,
      reply: parentId !== null,
      edit: commentId !== null,
    },
  })
  const signature = createHmac('sha256', hookKey(ports.secrets, url)).update(`${at}.${sent}`).digest('hex')
  const told = await askElsewhere(ports, {
    url,
    body: sent,
    headers: {
      'content-type': 'application/json',
      'x-stet-time': String(at),
      'x-stet-signature': signature,
    },
  })
  const { level, reason } = said(told)
  return level === 'pass' ? PASS : { level, reason: reason || 'The checker objects.', evidence: {} }
}

/**
 * The owner's own checker: the text is posted to it as JSON, with the moment and an HMAC-SHA-256 over both (`x-stet-time`,
 * `x-stet-signature`), by a key that the settings show. Whatever goes wrong holds the comment, as for every check.
 */
export const hook: Check = {
  name: 'hook',
  leavesTheHouse: true,
  run: (draft, { screening: { hook: url } }, ports) => (url === '' ? PASS : consult(url, draft, ports)),
}
