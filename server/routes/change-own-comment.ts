import { z } from 'zod'
import type { Stet } from '../../lib/compose'
import { editCommentInput } from '../../lib/comments/edit-comment'
import { withdrawCommentInput } from '../../lib/comments/withdraw-comment'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { jsonAnswer, seeOther } from '../../lib/http/route-answer'
import type { RouteRequest } from '../../lib/http/route-request'
import type { Actor } from '../../lib/kernel/actor'
import { parseCursor } from '../../lib/kernel/paging'
import { ok } from '../../lib/kernel/result'
import type { Services } from '../services'
import { currentPath } from './current-address'
import { ticked } from './form-values'
import { asksForJson, refuseForm } from './refuse-form'

/** What the two forms below one's own comment send. */
const changeForm = z.discriminatedUnion('intent', [
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

/** "I have read this": below a warning, on the pages that tell it. */
export const ownForm = z.union([changeForm, z.strictObject({ intent: z.literal('read') })])

/** Withdraws or edits, as the button that was pressed says. */
export const changeComment = ({ comments }: Stet, actor: Actor, input: z.output<typeof changeForm>) => {
  const { commentId, version } = input
  if (input.intent === 'withdraw') return comments.withdraw(actor, { commentId, version })
  const { body, anyway } = input
  return comments.edit(actor, { commentId, version, body, anyway })
}

/** The list they were on: its address names the page of it. */
const minePath = async (
  services: Pick<Services, 'stet'>,
  slug: string,
  request: Pick<RouteRequest, 'url'>,
): Promise<string> => {
  const after = new URL(request.url).searchParams.get('after') ?? ''
  const page = parseCursor(after) ? `?after=${after}` : ''
  return `${await currentPath(services, slug)}/mine${page}`
}

/** `POST /articles/<slug>/mine`: the author changes or withdraws a comment of theirs. */
export const changeOwnComment = (services: Services): RouteHandler =>
  defineRoute({
    for: 'visitor',
    body: ownForm,
    run: async ({ stet, request, param, actor, input }) => {
      if (input.intent === 'read') {
        await stet.accounts.readWarnings(actor)
        return ok(seeOther(await minePath(services, param('slug'), request)))
      }
      const changed = await changeComment(stet, actor, input)
      if (!changed.ok) return changed
      if (asksForJson(request)) return ok(jsonAnswer(changed.value))
      const list = await minePath(services, param('slug'), request)
      const query = `${list.includes('?') ? '&' : '?'}done=${input.intent}`
      const location = `${list}${query}#comment-${input.commentId}`
      return ok(seeOther(location))
    },
    refuse: refuseForm(services, ({ param, request }) => minePath(services, param('slug'), request)),
  })
