'use server'

import { z } from 'zod'
import { answerSecondStepInput } from '@/lib/accounts/second-step/answer-second-step'
import { forgetTicket, rememberSession, ticketHere } from '@/lib/auth/session-cookie'
import { sitePath } from '@/lib/auth/site-path'
import { defineAction } from '@/lib/http/define-action'
import { runtime } from '@/lib/http/runtime'
import { ANONYMOUS } from '@/lib/kernel/actor'
import { ok } from '@/lib/kernel/result'
import { homeOf } from '../../home-of'

export const codeAction = defineAction({
  input: answerSecondStepInput.extend({ next: z.string().optional() }),
  run: async ({ stet, client, input: { next, code } }) => {
    const signedIn = await stet.accounts.answerSecondStep(
      { ticket: await ticketHere(runtime()), code },
      client,
    )
    if (!signedIn.ok) return signedIn
    const { sessionId } = signedIn.value
    await rememberSession(runtime(), sessionId)
    await forgetTicket(runtime())
    const actor = (await stet.accounts.readSession(sessionId)) ?? ANONYMOUS
    return ok(sitePath(next) ?? homeOf(actor))
  },
  goTo: (path) => path,
})
