'use server'

import { z } from 'zod'
import { INTENTS } from '@/components/studio/editor-actions'
import { createArticleInput } from '@/lib/articles/create-article'
import { saveArticleInput } from '@/lib/articles/save-article-input'
import { ID_PATTERN } from '@/lib/kernel/ids'
import { defineAction } from '@/lib/http/define-action'
import { carryOut } from './carry-out'

export const createPieceAction = defineAction({
  input: createArticleInput,
  run: ({ stet, actor, input }) => stet.articles.create(actor, input),
  goTo: ({ articleId }) => `/studio/${articleId}`,
})

/** The whole editor is one form, so that no button loses what another field holds. */
const editForm = saveArticleInput
  .omit({ direction: true, settles: true })
  .required()
  .extend({
    slugBefore: z.string().max(10_000),
    intent: z.enum(INTENTS),
    /** The text that lost a conflict, where the form shows one; '' where it shows none. */
    conflict: z.union([z.literal(''), z.string().regex(ID_PATTERN)]),
  })

/** Answers in place: for the editor's script. */
export const editPieceAction = defineAction({ input: editForm, run: carryOut })

/** Leads back to the editor: for plain forms. */
export const editPieceAndReturnAction = defineAction({
  input: editForm,
  run: carryOut,
  goTo: ({ did }, { articleId }) => (did === 'preview' ? null : `/studio/${articleId}?done=${did}`),
})
