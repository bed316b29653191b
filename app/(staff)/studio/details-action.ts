'use server'

import { changeDetailsInput } from '@/lib/articles/change-details'
import { defineAction } from '@/lib/http/define-action'

const byline = changeDetailsInput.shape.bylines.unwrap().default('')

/** Each place of a byline is a field of its own. */
const detailsForm = changeDetailsInput
  .omit({ bylines: true })
  .extend({ byline0: byline, byline1: byline, byline2: byline, byline3: byline, byline4: byline })
  .transform(({ byline0, byline1, byline2, byline3, byline4, ...rest }) => ({
    ...rest,
    bylines: [byline0, byline1, byline2, byline3, byline4],
  }))

export const saveDetailsAction = defineAction({
  input: detailsForm,
  run: ({ stet, actor, input }) => stet.articles.changeDetails(actor, input),
  goTo: (_, { articleId }) => `/studio/${articleId}/details?saved`,
})
