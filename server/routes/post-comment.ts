import { z } from 'zod'
import { submitCommentInput } from '../../lib/comments/submit-comment'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { jsonAnswer, seeOther } from '../../lib/http/route-answer'
import { ID_PATTERN } from '../../lib/kernel/ids'
import { ok } from '../../lib/kernel/result'
import type { Services } from '../services'
import { currentPath } from './current-address'
import { guestHeaders } from './guest-headers'
import { asksForJson, refuseForm } from './refuse-form'
import { absentWhenEmpty, ticked } from './form-values'

const { parentId, key, anyway, tellApproved, tellReplies } = submitCommentInput.shape
const took = submitCommentInput.shape.took.unwrap()

const body = submitCommentInput.omit({ slug: true }).extend({
  parentId: absentWhenEmpty(parentId),
  key: absentWhenEmpty(key),
  anyway: ticked(anyway),
  took: z
    .union([
      took,
      z
        .string()
        .regex(/^\d{1,8}$/)
        .transform(Number)
        .pipe(took),
    ])
    .optional(),
  tellApproved: ticked(tellApproved),
  tellReplies: ticked(tellReplies),
})

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
      const headers = guestHeaders(services, guestSecret)
      if (asksForJson(request))
        return ok(jsonAnswer({ ...receipt, statusPath }, { status: receipt.repeat ? 200 : 201, headers }))
      return ok(seeOther(`${await currentPath(services, slug)}/mine?posted=1`, headers))
    },
    refuse: refuseForm(services, async ({ param, values }) => {
      const parent = values.parentId ?? ''
      const to = ID_PATTERN.test(parent) ? `?to=${parent}` : ''
      return `${await currentPath(services, param('slug'))}/respond${to}`
    }),
  })
