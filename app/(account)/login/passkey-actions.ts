'use server'

import { z } from 'zod'
import { passkeyAnswerInput } from '@/lib/accounts/passkeys/sign-in-with-passkey'
import { forgetTicket, passkeyBrowserHere, rememberSession, ticketHere } from '@/lib/auth/session-cookie'
import { sitePath } from '@/lib/auth/site-path'
import { defineAction } from '@/lib/http/define-action'
import { runtime } from '@/lib/http/runtime'
import { ANONYMOUS } from '@/lib/kernel/actor'
import { ok } from '@/lib/kernel/result'
import { homeOf } from '../home-of'

const input = passkeyAnswerInput.extend({ next: z.string().optional() })

/** Where somebody goes who is signed in now. */
const onFrom = async (sessionId: string, next: string | undefined): Promise<string> => {
  await rememberSession(runtime(), sessionId)
  const actor = (await runtime().stet.accounts.readSession(sessionId)) ?? ANONYMOUS
  return sitePath(next) ?? homeOf(actor)
}

/** Instead of password and code. */
export const passkeyAction = defineAction({
  input,
  run: async ({ stet, client, input: { answer, next } }) => {
    const browser = await passkeyBrowserHere(runtime())
    const signedIn = await stet.accounts.signInWithPasskey({ answer, browser }, client)
    return signedIn.ok ? ok(await onFrom(signedIn.value.sessionId, next)) : signedIn
  },
  goTo: (path) => path,
})

/** After the password, instead of a code. */
export const passkeyStepAction = defineAction({
  input,
  run: async ({ stet, client, input: { answer, next } }) => {
    const ticket = await ticketHere(runtime())
    const signedIn = await stet.accounts.answerWithPasskey({ answer, ticket }, client)
    if (!signedIn.ok) return signedIn
    await forgetTicket(runtime())
    return ok(await onFrom(signedIn.value.sessionId, next))
  },
  goTo: (path) => path,
})
