import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A device of software: makes passkeys and answers questions as browsers hand them on, truthfully unless told otherwise. */
export interface SoftPasskey {
  readonly credentialId: string
  /** What a page would be given, as JSON. `options` as the server gave them. */
  readonly answer: (options: string, how?: AnswerOptions) => string
}

interface MakeOptions extends AnswerOptions {
  /** Attested by itself, as some devices do without being asked; or with a certificate of its maker. */
  readonly attested?: 'by itself' | 'by its maker'
  /** What a page would say it is called. */
  readonly called?: string
}

interface AnswerOptions {
  readonly origin?: string
  readonly isSure?: boolean
  readonly counter?: number
  /** Signs for this one instead of the one that was asked. */
  readonly challenge?: string
}

const HERE = 'http://localhost:3000'
const [PRESENT, SURE, ATTESTED] = [0x01, 0x04, 0x40]

const sha = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()
const b64 = (data: Uint8Array | string): string => Buffer.from(data).toString('base64url')

const clientData = (type: string, challenge: string, origin: string): string =>
  JSON.stringify({ type, challenge, origin, crossOrigin: false })

const head = (rpId: string, flags: number, counter: number): Buffer => {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([sha(rpId), Buffer.from([flags]), count])
}

const said = (options: string): { challenge: string; rp?: { id: string }; rpId?: string } =>
  JSON.parse(options) as ReturnType<typeof said>

/** The answer to what `beginPasskey` asks, and the passkey that was made. */
export const makeSoftPasskey = (
  options: string,
  { origin = HERE, isSure = true, challenge, attested, called }: MakeOptions = {},
): { readonly answer: string; readonly passkey: SoftPasskey } => {
  const asked = said(options)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  // COSE: an elliptic key (2) for ES256 (-7) on P-256 (1).
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    ...[Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')],
  ])
  const id = randomBytes(16)
  const data = Buffer.concat([
    head(asked.rp?.id ?? '', PRESENT | ATTESTED | (isSure ? SURE : 0), 0),
    ...[Buffer.alloc(16), Buffer.from([0, id.length]), id, cose],
  ])
  const client = clientData('webauthn.create', challenge ?? asked.challenge, origin)
  const signature = sign('sha256', Buffer.concat([data, sha(client)]), privateKey)
  // CBOR: {"fmt": …, "attStmt": …, "authData": …}; a statement is {"alg": -7, "sig": …} and {"x5c": []}.
  const statement = Buffer.concat([
    Buffer.from(attested === 'by its maker' ? 'a363' : 'a263', 'hex'),
    ...[Buffer.from('alg'), Buffer.from('2663', 'hex'), Buffer.from('sig')],
    ...[Buffer.from([0x58, signature.length]), signature],
    ...(attested === 'by its maker'
      ? [Buffer.from('63', 'hex'), Buffer.from('x5c'), Buffer.from('80', 'hex')]
      : []),
  ])
  const attestation = Buffer.concat([
    Buffer.from('a363', 'hex'),
    ...[
      Buffer.from('fmt'),
      Buffer.from(attested ? '66' : '64', 'hex'),
      Buffer.from(attested ? 'packed' : 'none'),
    ],
    ...[Buffer.from('67', 'hex'), Buffer.from('attStmt'), attested ? statement : Buffer.from('a0', 'hex')],
    ...[Buffer.from('68', 'hex'), Buffer.from('authData'), Buffer.from([0x58, data.length]), data],
  ])
  const credentialId = b64(id)
  const common = { id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {} }
  const made = {
    clientDataJSON: b64(client),
    ...{ attestationObject: b64(attestation), transports: ['internal'] },
  }
  return {
    answer: JSON.stringify({ ...common, ...(called ? { id: called, rawId: called } : {}), response: made }),
    passkey: {
      credentialId,
      answer: (question, how = {}) => {
        const { rpId = '', challenge: put } = said(question)
        const authenticatorData = head(rpId, PRESENT | (how.isSure === false ? 0 : SURE), how.counter ?? 0)
        const client = clientData('webauthn.get', how.challenge ?? put, how.origin ?? HERE)
        const signature = sign('sha256', Buffer.concat([authenticatorData, sha(client)]), privateKey)
        const proof = {
          ...{ clientDataJSON: b64(client), authenticatorData: b64(authenticatorData) },
          signature: b64(signature),
        }
        return JSON.stringify({ ...common, response: proof })
      },
    },
  }
}
