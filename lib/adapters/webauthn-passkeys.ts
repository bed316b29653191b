import { isIP } from 'node:net'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeAttestationObject } from '@simplewebauthn/server/helpers'
import { z } from 'zod'
import type { PasskeyCeremony } from '../accounts/passkeys/passkey-ceremony'
import type { Passkey } from '../accounts/passkeys/passkey-store'
import { cutText } from '../kernel/canonical-text'

/** Ed25519, P-256 and RSA: what every runtime we support can check. */
const ALGORITHMS = [-8, -7, -257]
/** Milliseconds a browser waits for somebody's finger. */
const PATIENCE = 5 * 60_000
/** Bytes: RSA keys of 8192 bits are shorter. */
const LONGEST_KEY = 2_000
/** Devices cut longer ones in their own ways. */
const SHOWN_NAME = 60

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
const isTransport = (value: string): boolean => TRANSPORTS.some((known) => known === value)

const base64url = z.string().regex(/^[\w-]+$/)
const common = { id: base64url.max(1_400), rawId: base64url, type: z.literal('public-key') }
const madeAnswer = z.object({
  ...common,
  response: z.object({
    ...{ clientDataJSON: base64url, attestationObject: base64url },
    transports: z.array(z.string().max(40)).max(20).optional(),
  }),
})
const proofAnswer = z.object({
  ...common,
  response: z.object({
    ...{ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url },
    userHandle: z.string().optional(),
  }),
})

const read = <S extends z.ZodType>(schema: S, answer: string): z.output<S> | null => {
  try {
    return schema.safeParse(JSON.parse(answer)).data ?? null
  } catch {
    return null
  }
}

/** The library throws for every answer that proves nothing: a foreign origin, a used question, a counter that goes back. */
const orNull = async <T>(work: () => Promise<T | null>): Promise<T | null> => {
  try {
    return await work()
  } catch {
    return null
  }
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'base64url'))
/**
 * We ask for no statement about the maker of a device, and take none: to check a maker's certificates the library would
 * parse formats nobody needs here, and fetch from addresses that stand in them.
 */
const isPlain = (attestationObject: string): boolean => {
  const attestation = decodeAttestationObject(bytes(attestationObject))
  const format = attestation.get('fmt')
  return format === 'none' || (format === 'packed' && attestation.get('attStmt').get('x5c') === undefined)
}

const described = ({ credentialId, transports }: Pick<Passkey, 'credentialId' | 'transports'>) => ({
  id: credentialId,
  transports: transports.filter(isTransport),
})

/**
 * Over @simplewebauthn/server, for one address of a publication. Null where browsers allow no passkeys: without https
 * (but on this machine by name), and where the address is a number.
 */
export const webauthnPasskeys = (publicOrigin: string): PasskeyCeremony | null => {
  const { protocol, hostname: rpID } = new URL(publicOrigin)
  const isNumber = isIP(rpID.replaceAll(/[[\]]/g, '')) !== 0
  if (isNumber || (protocol !== 'https:' && rpID !== 'localhost')) return null
  const here = { expectedOrigin: publicOrigin, expectedRPID: rpID }
  return {
    makeOptions: async ({ challenge, publication, userId, account, name, known }) => {
      const options = await generateRegistrationOptions({
        ...{ rpID, rpName: cutText(publication, { max: SHOWN_NAME }) },
        ...{ userID: Uint8Array.from(Buffer.from(userId)), userName: account, userDisplayName: name },
        ...{ challenge: bytes(challenge), timeout: PATIENCE, supportedAlgorithmIDs: ALGORITHMS },
        excludeCredentials: known.map(described),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return JSON.stringify(options)
    },
    readMade: (answer, wasAsked) =>
      orNull(async () => {
        const response = read(madeAnswer, answer)
        if (!response || !isPlain(response.response.attestationObject)) return null
        const { registrationInfo } = await verifyRegistrationResponse({
          response: {
            ...response,
            response: { ...response.response, transports: undefined },
            clientExtensionResults: {},
          },
          ...{ ...here, expectedChallenge: wasAsked, supportedAlgorithmIDs: ALGORITHMS },
        })
        if (!registrationInfo) return null
        const { credential, credentialBackedUp: isBackedUp } = registrationInfo
        // The one that was named is no longer than any device's.
        if (credential.id !== response.id || credential.publicKey.length > LONGEST_KEY) return null
        return {
          ...{ credentialId: credential.id, counter: credential.counter, isBackedUp },
          publicKey: Buffer.from(credential.publicKey).toString('base64url'),
          transports: (response.response.transports ?? []).filter(isTransport),
        }
      }),
    proveOptions: async ({ challenge, known, sure }) => {
      const options = await generateAuthenticationOptions({
        ...{ rpID, challenge: bytes(challenge), timeout: PATIENCE },
        userVerification: sure ? 'required' : 'preferred',
        ...(known === null ? {} : { allowCredentials: known.map(described) }),
      })
      return JSON.stringify(options)
    },
    credentialOf: (answer) => read(proofAnswer, answer)?.id ?? null,
    readProof: (answer, { credentialId: id, publicKey, counter }, { wasAsked, sure }) =>
      orNull(async () => {
        const response = read(proofAnswer, answer)
        if (!response) return null
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: { ...response, clientExtensionResults: {} },
          ...{ ...here, expectedChallenge: wasAsked, requireUserVerification: sure },
          credential: { id, publicKey: bytes(publicKey), counter },
        })
        if (!verified) return null
        const { newCounter, credentialBackedUp: isBackedUp } = authenticationInfo
        return { counter: newCounter, isBackedUp }
      }),
  }
}
