import type { CommentStatusPage } from '../../lib/comments/open-status'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { jsonAnswer, seeOther } from '../../lib/http/route-answer'
import { fail, ok } from '../../lib/kernel/result'
import type { Exchange, Handler } from '../exchange'
import type { Services } from '../services'
import { changeComment, ownForm } from './change-own-comment'
import { sendMissing } from './reader-routes'
import { asksForJson, refuseForm } from './refuse-form'

const keyOf = (query: URLSearchParams): string => {
  const [key = '', ...more] = query.getAll('key')
  return more.length > 0 ? '' : key
}

/** The secret link of a comment: without its key this address does not exist. Page and form ask again. */
export const statusPage =
  (services: Services, page: Handler): Handler =>
  async (exchange: Exchange, params) => {
    const { id = '' } = params
    const found = await services.stet.comments.status({ commentId: id, key: keyOf(exchange.target.query) })
    return found ? page(exchange, params) : sendMissing(services, exchange)
  }

const NOT_YOURS =
  'This link does not open that comment for changes. Sign in to change what you wrote with your account.'

/** Whom the link proves, for this one comment and no other of theirs. */
const holderOf = (page: CommentStatusPage | null, commentId: string) =>
  page?.comment.id === commentId ? page.author : null

/** `POST /comments/<id>/status?key=…`: the guest who wrote it changes or withdraws it, on any device. */
export const changeByLink = (services: Services): RouteHandler =>
  defineRoute({
    for: 'nobody',
    body: ownForm,
    run: async ({ stet, request, param, input }) => {
      const key = keyOf(new URL(request.url).searchParams)
      const about = input.intent === 'read' ? param('id') : input.commentId
      const author = holderOf(await stet.comments.status({ commentId: param('id'), key }), about)
      if (!author) return fail('forbidden', NOT_YOURS)
      if (input.intent === 'read') {
        await stet.accounts.readWarnings(author)
        return ok(seeOther(stet.comments.statusPath(about)))
      }
      const changed = await changeComment(stet, author, input)
      if (!changed.ok) return changed
      if (asksForJson(request)) return ok(jsonAnswer(changed.value))
      const location = `${stet.comments.statusPath(input.commentId)}&done=${input.intent}`
      return ok(seeOther(location))
    },
    refuse: refuseForm(services, ({ param }) => services.stet.comments.statusPath(param('id'))),
  })
