'use server'

import { claimPublicationInput } from '@/lib/accounts/claim-publication'
import { rememberSession } from '@/lib/auth/session-cookie'
import { defineAction } from '@/lib/http/define-action'
import { runtime } from '@/lib/http/runtime'
import { ANONYMOUS } from '@/lib/kernel/actor'
import { ok } from '@/lib/kernel/result'

/** Claims the publication, signs the owner in and opens a first draft. */
export const claimAction = defineAction({
  input: claimPublicationInput,
  run: async ({ stet, client, input }) => {
    const claimed = await stet.accounts.claim(input, client)
    if (!claimed.ok) return claimed
    const { sessionId } = claimed.value
    await rememberSession(runtime(), sessionId)
    const owner = (await stet.accounts.readSession(sessionId)) ?? ANONYMOUS
    const draft = await stet.articles.create(owner, {})
    // The claim stands whatever became of the draft.
    return ok(draft.ok ? `/studio/${draft.value.articleId}` : '/studio')
  },
  goTo: (path) => path,
})
