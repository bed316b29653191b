import { reviewerNoteInput } from '../../lib/articles/article-notes'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { seeOther } from '../../lib/http/route-answer'
import { ok } from '../../lib/kernel/result'
import type { Handler } from '../exchange'
import type { Services } from '../services'
import { sendMissing } from './reader-routes'
import { refuseForm } from './refuse-form'

const pathOf = (secret: string): string => `/preview/${encodeURIComponent(secret)}`

/** A link that opens nothing does not exist, whether it was revoked, has expired or never was. */
export const previewPage =
  (services: Services, page: Handler): Handler =>
  async (exchange, params) => {
    const found = await services.stet.articles.openPreview({ secret: params.token ?? '' })
    return found ? page(exchange, params) : sendMissing(services, exchange)
  }

/** `POST /preview/<token>`: what a reviewer says of the piece. */
export const reviewerNote = (services: Services): RouteHandler =>
  defineRoute({
    for: 'nobody',
    body: reviewerNoteInput,
    run: async ({ stet, param, actor, input, client }) => {
      const secret = param('token')
      const done = await stet.articles.addReviewerNote(actor, { ...input, secret }, client)
      return done.ok ? ok(seeOther(`${pathOf(secret)}#notes`)) : done
    },
    refuse: refuseForm(services, ({ param }) => pathOf(param('token'))),
  })
