import type { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { useSyncExternalStore } from 'react'

/** What came of asking a device: its answer as JSON, or what to tell whoever asked. */
export type PasskeyOutcome = { readonly answer: string } | { readonly problem: string } | null

/** What speaks with devices: loaded once one is asked. */
const speaker = () => import('@simplewebauthn/browser')

const never = (): (() => void) => () => undefined
const knowsPasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function'

/** Whether this browser knows passkeys; false where no script runs. */
export const usePasskeys = (): boolean => useSyncExternalStore(never, knowsPasskeys, () => false)

/** Whether it offers them where a name is typed. */
const offersPasskeys = async (): Promise<boolean> =>
  (await globalThis.PublicKeyCredential?.isConditionalMediationAvailable?.()) === true

const ELSEWHERE = 'Passkeys work at the publication’s own address alone. Open this page there.'
const NOTHING = 'No passkey was used. Try again, or use your password.'

const problemOf = (error: unknown): { problem: string } => {
  if (error instanceof NotAsked) return { problem: error.message }
  const name = error instanceof Error ? error.name : ''
  if (name === 'SecurityError') return { problem: ELSEWHERE }
  if (name === 'InvalidStateError') return { problem: 'This device has a passkey for your account already.' }
  return { problem: NOTHING }
}

const isStopped = (error: unknown): boolean =>
  error instanceof Error &&
  ('code' in error ? error.code === 'ERROR_CEREMONY_ABORTED' : error.name === 'AbortError')

type Proving = Parameters<typeof startAuthentication>[0]
type Making = Parameters<typeof startRegistration>[0]

/** What the server says of a question it does not put. */
class NotAsked extends Error {}

const question = async (use: string): Promise<Proving['optionsJSON']> => {
  const answer = await fetch('/login/passkey', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ use }),
  })
  const { options, detail } = (await answer.json()) as { options?: string; detail?: string }
  if (options === undefined) throw new NotAsked(detail ?? NOTHING)
  return JSON.parse(options) as Proving['optionsJSON']
}

/**
 * Asks for a passkey, for what `use` says (lib/accounts/passkeys/ask-for-passkey.ts). With `quietly` it is offered where a name
 * is typed, and nothing is said when it is not taken.
 */
export const askPasskey = async (
  use: 'sign-in' | 'second-step' | 'confirm',
  { quietly = false } = {},
): Promise<PasskeyOutcome> => {
  try {
    if (quietly && !(await offersPasskeys())) return null
    const [{ startAuthentication }, optionsJSON] = await Promise.all([speaker(), question(use)])
    return { answer: JSON.stringify(await startAuthentication({ optionsJSON, useBrowserAutofill: quietly })) }
  } catch (error) {
    return quietly || isStopped(error) ? null : problemOf(error)
  }
}

/** Has a device make one. `options` as the server gave them. */
export const makePasskey = async (options: string): Promise<PasskeyOutcome> => {
  try {
    const optionsJSON = JSON.parse(options) as Making['optionsJSON']
    const { startRegistration } = await speaker()
    return { answer: JSON.stringify(await startRegistration({ optionsJSON })) }
  } catch (error) {
    return isStopped(error) ? null : problemOf(error)
  }
}
