import { z } from 'zod'
import { editCommentInput } from '../../lib/comments/edit-comment'
import { withdrawCommentInput } from '../../lib/comments/withdraw-comment'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { ok } from '../../lib/kernel/result'
import type { Services } from '../services'
import { asksForJson, refuseForm } from './refuse-form'

const body = z.discriminatedUnion('intent', [
  editCommentInput.extend({
    intent: z.literal('edit'),
    version: z.coerce.number().int(),
    anyway: ticked(editCommentInput.shape.anyway),
  }),
  withdrawCommentInput.extend({
    intent: z.literal('withdraw'),
    version: z.coerce.number().int(),
    /** The form has one text area for both buttons. */
    body: z.string().optional(),
  }),
])

const minePath = (slug: string): string => `/articles/${encodeURIComponent(slug)}/mine`

/** `POST /articles/<slug>/mine`: the author changes or withdraws a comment of theirs. */
export const changeOwnComment = (services: Services): RouteHandler =>
  defineRoute({
    for: 'visitor',
    body,
    run: async ({ stet, request, param, actor, input }) => {
      const { commentId, version } = input
      const changed =
        input.intent === 'edit'
          ? await stet.comments.edit(actor, { commentId, version, body: input.body })
          : await stet.comments.withdraw(actor, { commentId, version })
      if (!changed.ok) return changed
      if (asksForJson(request)) return ok(Response.json(changed.value))
      return ok(
        new Response(null, {
          status: 303,
          headers: { location: `${minePath(param('slug'))}?done=${input.intent}#comment-${commentId}` },
        }),
      )
    },
    refuse: refuseForm(services, ({ param }) => minePath(param('slug'))),
  })
