import { guestCookie } from '../../lib/auth/cookies'
import { submitCommentInput } from '../../lib/comments/submit-comment'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { ID_PATTERN } from '../../lib/kernel/ids'
import { ok } from '../../lib/kernel/result'
import type { Services } from '../services'
import { asksForJson, refuseForm } from './refuse-form'
import { absentWhenEmpty, ticked } from './form-values'

const { parentId, key, anyway, tellApproved, tellReplies } = submitCommentInput.shape

const body = submitCommentInput.omit({ slug: true }).extend({
  parentId: absentWhenEmpty(parentId),
  key: absentWhenEmpty(key),
  anyway: ticked(anyway),
  tellApproved: ticked(tellApproved),
  tellReplies: ticked(tellReplies),
})

const articlePath = (slug: string): string => `/articles/${encodeURIComponent(slug)}`

/** `POST /articles/<slug>/comments`: from the island (JSON) and from the plain form, which lands on a page of its own. */
export const postComment = (services: Services): RouteHandler =>
  defineRoute({
    for: 'visitor',
    body,
    run: async ({ stet, request, param, actor, input, client }) => {
      const slug = param('slug')
      const submitted = await stet.comments.submit(actor, { ...input, slug }, client)
      if (!submitted.ok) return submitted
      const { receipt, guestSecret, statusPath } = submitted.value
      const headers = new Headers({ 'cache-control': 'private, no-store' })
      if (guestSecret !== null) headers.append('set-cookie', guestCookie(services.env.https, guestSecret))
      if (asksForJson(request))
        return ok(Response.json({ ...receipt, statusPath }, { status: receipt.repeat ? 200 : 201, headers }))
      headers.set('location', `${articlePath(slug)}/mine?posted=1`)
      return ok(new Response(null, { status: 303, headers }))
    },
    refuse: refuseForm(services, ({ param, values }) => {
      const parent = values.parentId ?? ''
      const to = ID_PATTERN.test(parent) ? `?to=${parent}` : ''
      return `${articlePath(param('slug'))}/respond${to}`
    }),
  })
