'use server'

import { z } from 'zod'
import { changePasswordInput } from '@/lib/accounts/change-password'
import { forgetSession, rememberSession } from '@/lib/auth/session-cookie'
import { defineAction } from '@/lib/http/define-action'
import { runtime } from '@/lib/http/runtime'
import { ok } from '@/lib/kernel/result'
import { deskMailInput } from '@/lib/notifications/desk-mail-wish'
import { stopWishInput } from '@/lib/notifications/own-wishes'

const nothing = z.strictObject({})

export const signOutAction = defineAction({
  input: nothing,
  run: async ({ stet, actor }) => {
    const left = await stet.accounts.signOut(actor)
    if (left.ok) await forgetSession(runtime())
    return left
  },
  goTo: () => '/login?left=here',
})

export const signOutEverywhereAction = defineAction({
  input: nothing,
  run: async ({ stet, actor }) => {
    const left = await stet.accounts.signOutEverywhere(actor)
    if (left.ok) await forgetSession(runtime())
    return left
  },
  goTo: () => '/login?left=everywhere',
})

export const stopWishAction = defineAction({
  input: stopWishInput,
  run: ({ stet, actor, input }) => stet.mail.stopWish(actor, input),
  goTo: () => '/account',
})

export const readWarningsAction = defineAction({
  input: nothing,
  run: async ({ stet, actor }) => ok(await stet.accounts.readWarnings(actor)),
  goTo: () => '/account',
})

export const deskMailAction = defineAction({
  input: deskMailInput,
  run: ({ stet, actor, input }) => stet.mail.changeDeskWish(actor, input),
  goTo: () => '/account',
})

/** Signs every device out, and this one in again. */
export const changePasswordAction = defineAction({
  input: changePasswordInput,
  run: async ({ stet, actor, input, client }) => {
    const changed = await stet.accounts.changePassword(actor, input, client)
    if (!changed.ok) return changed
    await rememberSession(runtime(), changed.value.sessionId)
    return ok('/account?changed=password#password')
  },
  goTo: (path) => path,
})
