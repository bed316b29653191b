'use server'

import { noteChangeInput } from '@/lib/articles/note-change'
import { restoreRevisionInput } from '@/lib/articles/restore-revision'
import { settleByChoiceInput } from '@/lib/articles/open-conflict'
import { defineAction } from '@/lib/http/define-action'

export const restoreRevisionAction = defineAction({
  input: restoreRevisionInput,
  run: ({ stet, actor, input }) => stet.articles.restoreRevision(actor, input),
  goTo: (_, { articleId }) => `/studio/${articleId}?done=put-back`,
})

export const noteChangeAction = defineAction({
  input: noteChangeInput,
  run: ({ stet, actor, input }) => stet.articles.noteChange(actor, input),
  goTo: (_, { articleId }) => `/studio/${articleId}/publish?done=note`,
})

export const settleAction = defineAction({
  input: settleByChoiceInput,
  run: ({ stet, actor, input }) => stet.articles.settleByChoice(actor, input),
  goTo: (_, { articleId }) => `/studio/${articleId}?done=settle`,
})
