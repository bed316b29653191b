'use server'

import { beginSecondStepInput } from '@/lib/accounts/second-step/begin-second-step'
import { confirmSecondStepInput } from '@/lib/accounts/second-step/confirm-second-step'
import { removeSecondStepInput } from '@/lib/accounts/second-step/remove-second-step'
import { rememberSession } from '@/lib/auth/session-cookie'
import { defineAction } from '@/lib/http/define-action'
import { runtime } from '@/lib/http/runtime'
import { ok } from '@/lib/kernel/result'

const HERE = '/account/second-step'

export const beginAction = defineAction({
  input: beginSecondStepInput,
  run: ({ stet, actor, input }) => stet.accounts.beginSecondStep(actor, input),
  goTo: () => HERE,
})

/** Answers in place: the codes are shown once, and stand in no address. */
export const confirmAction = defineAction({
  input: confirmSecondStepInput,
  run: ({ stet, actor, input }) => stet.accounts.confirmSecondStep(actor, input),
})

export const removeAction = defineAction({
  input: removeSecondStepInput,
  run: async ({ stet, actor, input, client }) => {
    const removed = await stet.accounts.removeSecondStep(actor, input, client)
    if (!removed.ok) return removed
    await rememberSession(runtime(), removed.value.sessionId)
    return ok(`${HERE}?off`)
  },
  goTo: (path) => path,
})
