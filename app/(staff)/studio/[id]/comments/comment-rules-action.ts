'use server'

import { setCommentRulesInput } from '@/lib/articles/set-comment-rules'
import { defineAction } from '@/lib/http/define-action'

export const saveCommentRulesAction = defineAction({
  input: setCommentRulesInput,
  run: ({ stet, actor, input }) => stet.articles.setCommentRules(actor, input),
  goTo: (_, { articleId }) => `/studio/${articleId}/comments?saved`,
})
