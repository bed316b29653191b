import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import type { ProofOfWork } from '../comments/proof-of-work'
import { SECOND } from '../kernel/clock'
import type { Secrets } from '../kernel/secrets'

/** One try is this many rounds of SHA-256, and one in 256 tries solves it: about a second of a phone. */
const ALGORITHM = 'PBKDF2/SHA-256'
const COST = 3_000
const PREFIX = '00'

/** As solvers of ALTCHA send it; only our own parameters are accepted, so that nobody makes us work for them. */
const answered = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal(ALGORITHM),
      nonce: z.string().regex(/^[0-9a-f]{32}$/),
      salt: z.string().regex(/^[0-9a-f]{32}$/),
      cost: z.literal(COST),
      keyLength: z.literal(32),
      keyPrefix: z.literal(PREFIX),
      expiresAt: z.int().positive(),
    }),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  solution: z.strictObject({
    counter: z.int().min(0).max(0xffffffff),
    derivedKey: z.string().regex(/^[0-9a-f]{64}$/),
    time: z.number().min(0).optional(),
  }),
})

const parse = (answer: string) => {
  try {
    return answered.safeParse(JSON.parse(Buffer.from(answer, 'base64').toString('utf8'))).data ?? null
  } catch {
    return null
  }
}

/** ALTCHA's proof of work (protocol 2), by its own library, on this server alone: nothing is asked of anybody else. */
export const altchaProof = (secrets: Secrets): ProofOfWork => {
  const hmacSignatureSecret = secrets.mac('altcha')
  return {
    task: (expiresAt) =>
      createChallenge({
        ...{ algorithm: ALGORITHM, cost: COST, keyPrefix: PREFIX, deriveKey, hmacSignatureSecret },
        expiresAt: Math.floor(expiresAt / SECOND),
      }),
    solved: async (answer, at) => {
      const given = parse(answer)
      if (!given || given.challenge.parameters.expiresAt < at / SECOND) return null
      const { verified } = await verifySolution({ ...given, deriveKey, hmacSignatureSecret })
      return verified ? given.challenge.parameters.nonce : null
    },
  }
}
