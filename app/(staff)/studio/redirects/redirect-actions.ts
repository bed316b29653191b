'use server'

import { addRedirectInput, redirectInput } from '@/lib/articles/redirects/change-redirects'
import { defineAction } from '@/lib/http/define-action'

export const addRedirectAction = defineAction({
  input: addRedirectInput,
  run: ({ stet, actor, input }) => stet.articles.addRedirect(actor, input),
  goTo: ({ path }) => `/studio/redirects?added=${encodeURIComponent(path)}`,
})

export const removeRedirectAction = defineAction({
  input: redirectInput,
  run: ({ stet, actor, input }) => stet.articles.removeRedirect(actor, input),
  goTo: () => '/studio/redirects',
})

export const forgetMissedAction = defineAction({
  input: redirectInput,
  run: ({ stet, actor, input }) => stet.articles.forgetMissed(actor, input),
  goTo: () => '/studio/redirects',
})
