'use server'

import { describePictureInput } from '@/lib/articles/describe-picture'
import { publishArticleInput } from '@/lib/articles/publish-article'
import { scheduleArticleInput } from '@/lib/articles/schedule-article'
import { defineAction } from '@/lib/http/define-action'

export const publishNowAction = defineAction({
  input: publishArticleInput,
  run: ({ stet, actor, input }) => stet.articles.publish(actor, input),
  goTo: (_, { articleId }) => `/studio/${articleId}/publish?done=publish`,
})

export const scheduleAction = defineAction({
  input: scheduleArticleInput,
  run: ({ stet, actor, input }) => stet.articles.schedule(actor, input),
  goTo: (_, { articleId }) => `/studio/${articleId}/publish?done=schedule`,
})

/** A finding of the checklist, mended where it is told. */
export const describePictureAction = defineAction({
  input: describePictureInput,
  run: ({ stet, actor, input }) => stet.articles.describePicture(actor, input),
  goTo: (_, { articleId }) => `/studio/${articleId}/publish?done=describe`,
})
