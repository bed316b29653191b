'use server'

import { defineAction } from '@/lib/http/define-action'
import { ok } from '@/lib/kernel/result'
import { tryTextInput } from '@/lib/moderation/try-text'

export const tryTextAction = defineAction({
  input: tryTextInput,
  run: async ({ stet, actor, input }) => {
    const tried = await stet.moderation.tryText(actor, input)
    return tried.ok ? ok({ result: tried.value, typed: input }) : tried
  },
})
