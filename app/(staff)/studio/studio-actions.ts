'use server'

import { createArticleInput } from '@/lib/articles/create-article'
import { saveArticleInput } from '@/lib/articles/save-article-input'
import { defineAction } from '@/lib/http/define-action'
import { carryOut, changeFields } from './carry-out'

export const createPieceAction = defineAction({
  input: createArticleInput,
  run: ({ stet, actor, input }) => stet.articles.create(actor, input),
  goTo: ({ articleId }) => `/studio/${articleId}`,
})

/** The whole editor is one form, so that no button loses what another field holds. */
const editForm = saveArticleInput.omit({ direction: true, settles: true }).required().extend(changeFields)

/** Leads back to the editor: for plain forms. The editor's script asks /studio/change. */
export const editPieceAndReturnAction = defineAction({
  input: editForm,
  run: carryOut,
  goTo: ({ did }, { articleId }) => (did === 'preview' ? null : `/studio/${articleId}?done=${did}`),
})
