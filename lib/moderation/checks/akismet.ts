import type { OutboundAnswer } from '../../kernel/outbound'
import type { Draft } from '../../comments/screening'
import { type Check, type CheckPorts, type Finding, PASS } from './check'

/** Where comments are checked, unless the operator names a server that speaks the same (`AKISMET_URL`). */
const COMMENT_CHECK = 'https://rest.akismet.com/1.1/comment-check'

const isSpam = (told: OutboundAnswer): boolean => {
  if (told.kind !== 'answered') throw new Error(`Akismet was not reached: ${told.why}`)
  const said = told.text.trim()
  if (told.status !== 200 || (said !== 'true' && said !== 'false')) {
    throw new Error(`Akismet did not answer: ${told.headers['x-akismet-debug-help'] ?? told.status}`)
  }
  return said === 'true'
}

const consult = async (
  key: string,
  { body, name, email, article, parentId }: Draft,
  { outbound, publicOrigin, akismetUrl = COMMENT_CHECK }: CheckPorts,
): Promise<Finding> => {
  const fields = new URLSearchParams({
    api_key: key,
    blog: publicOrigin ?? '',
    // Stet keeps no addresses: a fixed one of the documentation stands for everybody.
    user_ip: '192.0.2.1',
    comment_type: parentId === null ? 'comment' : 'reply',
    comment_content: body,
    ...(name === '' ? {} : { comment_author: name }),
    ...(email === '' ? {} : { comment_author_email: email }),
    ...(article ? { blog_lang: article.language } : {}),
  })
  const told = await outbound.send({
    method: 'POST',
    url: akismetUrl,
    body: fields.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return isSpam(told) ? { level: 'hold', reason: 'Akismet takes it for spam.', evidence: {} } : PASS
}

/** A service of Automattic. Asked only where the owner has switched it on and given a key; nobody's address is sent. */
export const akismet: Check = {
  name: 'akismet',
  leavesTheHouse: true,
  run: (draft, { screening: { akismet: isOn, akismetKey } }, ports) =>
    isOn && akismetKey !== '' ? consult(akismetKey, draft, ports) : PASS,
}
