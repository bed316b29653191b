import type { Draft } from '../../comments/screening'
import { NoWord, type Told, askElsewhere } from './ask-elsewhere'
import { type Check, type CheckPorts, type Finding, PASS } from './check'

/** Where comments are checked, unless the operator names a server that speaks the same (`AKISMET_URL`). */
const COMMENT_CHECK = 'https://rest.akismet.com/1.1/comment-check'

/** What it says of the worst: others may drop it unread. Here a person decides about that too. */
const BLATANT = 'discard'

const finding = ({ text, headers }: Told): Finding => {
  const said = text.trim()
  if (said === 'false') return PASS
  if (said === 'invalid') throw new NoWord('it does not know the key of this publication')
  if (said !== 'true') throw new NoWord('its answer could not be read')
  const isBlatant = headers['x-akismet-pro-tip']?.trim() === BLATANT
  const reason = isBlatant ? 'Akismet takes it for spam of the worst kind.' : 'Akismet takes it for spam.'
  return { level: 'hold', reason, evidence: {} }
}

const consult = async (
  key: string,
  { body, name, email, article, parentId }: Draft,
  ports: CheckPorts,
): Promise<Finding> => {
  const { publicOrigin, akismetUrl = COMMENT_CHECK } = ports
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
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return finding(await askElsewhere(ports, { url: akismetUrl, body: fields.toString(), headers }))
}

/** A service of Automattic. Asked only where the owner has switched it on and given a key; nobody's address is sent. */
export const akismet: Check = {
  name: 'akismet',
  leavesTheHouse: true,
  run: (draft, { screening: { akismet: isOn, akismetKey } }, ports) =>
    isOn && akismetKey !== '' ? consult(akismetKey, draft, ports) : PASS,
}
