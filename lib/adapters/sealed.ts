import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/* AES-256-GCM: twelve bytes that are never used twice, the text, sixteen bytes that prove it is whole. */

const NONCE = 12
const TAG = 16

/** @param key 32 bytes */
export const sealed = (key: Buffer, text: string): string => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')
}

/** Null for whatever was not sealed with this key, or not as it is. */
export const openSealed = (key: Buffer, text: string): string | null => {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < NONCE + TAG) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAuthTag(bytes.subarray(-TAG))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
