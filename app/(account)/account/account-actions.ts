'use server'

import { z } from 'zod'
import { forgetSession } from '@/lib/auth/session-cookie'
import { defineAction } from '@/lib/http/define-action'
import { runtime } from '@/lib/http/runtime'

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
