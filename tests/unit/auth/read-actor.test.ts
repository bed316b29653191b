import { encode } from 'next-auth/jwt'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { newGuest } from '../../../lib/accounts/guests'
import { SESSION_MAX_AGE } from '../../../lib/accounts/session-life'
import { readActor } from '../../../lib/auth/read-actor'
import { printSessionToken, tokenSecret } from '../../../lib/auth/session-token'
import { ANONYMOUS, type SignedIn } from '../../../lib/kernel/actor'
import { HOUR } from '../../../lib/kernel/clock'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'
import { somebodyHere } from '../../support/people'
import { houseOf } from './house'

let ports: MemoryPorts
let editor: SignedIn
let token: string
beforeEach(async () => {
  ports = memoryPorts()
  editor = await somebodyHere(ports, 'editor')
  token = await printSessionToken(ports.secrets, editor.sessionId)
})

const who = async (cookies: string | null, origin?: string) =>
  (await readActor(houseOf(ports, origin), cookies)).actor
const guestHere = () => {
  const { guest, secret } = newGuest(ports)
  ports.tables.guests.set(guest.id, guest)
  return { guest, secret }
}
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('the actor of a request', () => {
  test('is whom the session row names, with the role it has now', async () => {
    expect(await who(`a=b; stet-session=${token}`)).toEqual(editor)
  })

  test('is the guest of this device, else nobody', async () => {
    const { guest, secret } = guestHere()
    expect(await who(`stet-guest=${secret}`)).toEqual({ kind: 'guest', guestId: guest.id })
    expect(await who(null)).toEqual(ANONYMOUS)
  })

  test('signed in wins; the guest is still known', async () => {
    const { guest, secret } = guestHere()
    const both = await readActor(houseOf(ports), `stet-guest=${secret}; stet-session=${token}`)
    expect(both).toEqual({ actor: editor, guest: { kind: 'guest', guestId: guest.id } })
  })

  test('falls back to the guest when the session has ended', async () => {
    const { guest, secret } = guestHere()
    ports.clock.advance(13 * HOUR)
    expect(await who(`stet-session=${token}; stet-guest=${secret}`)).toEqual({
      kind: 'guest',
      guestId: guest.id,
    })
  })

  test('on https comes only from cookies with the host prefix, which plain http cannot plant', async () => {
    const https = 'https://stet.example'
    expect(await who(`__Host-stet-session=${token}`, https)).toEqual(editor)
    expect(await who(`stet-session=${token}`, https)).toEqual(ANONYMOUS)
    expect(await who(`__Host-stet-session=${token}`)).toEqual(ANONYMOUS)
  })

  test('is read from the row every time', async () => {
    await ports.accountStore.revokeSession(editor.sessionId, ports.clock.now())
    expect(await who(`stet-session=${token}`)).toEqual(ANONYMOUS)
  })
})

describe('a cookie that is not ours', () => {
  const sid = () => editor.sessionId
  const forgeries: readonly (readonly [string, () => string | Promise<string>])[] = [
    ['nothing', () => ''],
    ['the bare session id', () => sid()],
    ['a truncated token', () => token.slice(0, -1)],
    [
      'a token with a changed letter',
      () => token.replace(/.(?=.{40}$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
    ],
    ['two tokens', () => `${token}${token}`],
    ['alg none', () => `${b64({ alg: 'none' })}.${b64({ sid: sid() })}.`],
    [
      'alg none in five parts',
      () => `${b64({ alg: 'none', enc: 'A256GCM' })}..${b64({})}.${b64({ sid: sid() })}.AAAA`,
    ],
    ['an unencrypted signed token', () => `${b64({ alg: 'HS256' })}.${b64({ sid: sid() })}.AAAA`],
    ['a foreign secret', () => encode({ token: { sid: sid() }, secret: 'another secret' })],
    ['another purpose', () => encode({ token: { sid: sid() }, secret: ports.secrets.mac('setup-token') })],
    ['another salt', () => encode({ token: { sid: sid() }, secret: tokenSecret(ports.secrets), salt: 'x' })],
    [
      'an expired token',
      () => encode({ token: { sid: sid() }, secret: tokenSecret(ports.secrets), maxAge: -60 }),
    ],
    [
      'a token without a session',
      () => encode({ token: { sub: sid() }, secret: tokenSecret(ports.secrets) }),
    ],
    [
      'a session that is an object',
      () => encode({ token: { sid: { not: 'x' } }, secret: tokenSecret(ports.secrets) }),
    ],
    ['an endless one', () => 'a.'.repeat(50_000)],
  ]

  test.each(forgeries)('%s makes nobody of its bearer', async (_, forge) => {
    const find = vi.spyOn(ports.accountStore, 'findSession')
    expect(await who(`stet-session=${await forge()}`)).toEqual(ANONYMOUS)
    expect(find).not.toHaveBeenCalled()
  })

  test('the token holds the session id and no fact about its bearer', async () => {
    expect(token).not.toContain(editor.sessionId)
    expect(token.split('.')).toHaveLength(5)
    const short = await encode({
      token: { sid: editor.sessionId },
      secret: tokenSecret(ports.secrets),
      maxAge: SESSION_MAX_AGE / 1000,
    })
    expect(token).toHaveLength(short.length)
  })
})
