'use server'

import { z } from 'zod'
import { signInInput } from '@/lib/accounts/sign-in'
import { rememberSession, rememberTicket } from '@/lib/auth/session-cookie'
import { sitePath } from '@/lib/auth/site-path'
import { defineAction } from '@/lib/http/define-action'
import { runtime } from '@/lib/http/runtime'
import { ANONYMOUS } from '@/lib/kernel/actor'
import { ok } from '@/lib/kernel/result'
import { homeOf } from '../home-of'

export const signInAction = defineAction({
  input: signInInput.extend({ next: z.string().optional() }),
  run: async ({ stet, client, input: { next, ...credentials } }) => {
    const signedIn = await stet.accounts.signIn(credentials, client)
    if (!signedIn.ok) {
      const ticket = signedIn.error.details?.['ticket']
      if (typeof ticket !== 'string') return signedIn
      await rememberTicket(runtime(), ticket)
      const on = sitePath(next)
      return ok(on === null ? '/login/code' : `/login/code?next=${encodeURIComponent(on)}`)
    }
    const { sessionId } = signedIn.value
    await rememberSession(runtime(), sessionId)
    const actor = (await stet.accounts.readSession(sessionId)) ?? ANONYMOUS
    return ok(sitePath(next) ?? homeOf(actor))
  },
  goTo: (path) => path,
})
