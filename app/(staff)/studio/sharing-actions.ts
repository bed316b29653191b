'use server'

import { z } from 'zod'
import { addNoteInput, settleNoteInput } from '@/lib/articles/article-notes'
import { makePreviewInput, revokePreviewInput } from '@/lib/articles/preview-links'
import { defineAction } from '@/lib/http/define-action'

/** The form says `draft` for the revision that is the draft now: the page may be older than that. */
const makeForm = makePreviewInput.extend({ revisionId: z.enum(['', 'draft']) })

/** Answers in place: the link is shown once, and stands in no address. */
export const makePreviewAction = defineAction({
  input: makeForm,
  renews: true,
  run: async ({ stet, actor, input }) => {
    const { articleId } = input
    if (input.revisionId === '') return stet.articles.makePreview(actor, { ...input, revisionId: '' })
    const list = await stet.articles.revisions(actor, { articleId })
    if (!list.ok) return list
    const draft = list.value.items.find(({ is }) => is.includes('draft'))
    return stet.articles.makePreview(actor, { ...input, revisionId: draft?.id ?? '' })
  },
})

const sharingOf = (articleId: string): string => `/studio/${articleId}/sharing`

export const revokePreviewAction = defineAction({
  input: revokePreviewInput,
  run: ({ stet, actor, input }) => stet.articles.revokePreview(actor, input),
  goTo: (_, { articleId }) => sharingOf(articleId),
})

export const addNoteAction = defineAction({
  input: addNoteInput,
  run: ({ stet, actor, input }) => stet.articles.addNote(actor, input),
  goTo: (_, { articleId }) => sharingOf(articleId),
})

export const settleNoteAction = defineAction({
  input: settleNoteInput,
  run: ({ stet, actor, input }) => stet.articles.settleNote(actor, input),
  goTo: (_, { articleId }) => sharingOf(articleId),
})
