'use server'

import { joinStaffInput } from '@/lib/accounts/join-staff'
import { rememberSession } from '@/lib/auth/session-cookie'
import { defineAction } from '@/lib/http/define-action'
import { runtime } from '@/lib/http/runtime'
import { ANONYMOUS } from '@/lib/kernel/actor'
import { ok } from '@/lib/kernel/result'
import { homeOf } from '../home-of'

/** Makes the account and signs in. */
export const joinAction = defineAction({
  input: joinStaffInput,
  run: async ({ stet, client, input }) => {
    const joined = await stet.accounts.join(input, client)
    if (!joined.ok) return joined
    const { sessionId } = joined.value
    await rememberSession(runtime(), sessionId)
    return ok(homeOf((await stet.accounts.readSession(sessionId)) ?? ANONYMOUS))
  },
  goTo: (path) => path,
})
