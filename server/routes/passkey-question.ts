import { askForPasskeyInput } from '../../lib/accounts/passkeys/ask-for-passkey'
import { cookieName, passkeyCookie, readCookie } from '../../lib/auth/cookies'
import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { jsonAnswer } from '../../lib/http/route-answer'
import { ok } from '../../lib/kernel/result'
import type { Services } from '../services'

/** `POST /login/passkey`: what a browser has to ask its devices, for signing in or for showing again who it is. */
export const passkeyQuestion = ({ env }: Pick<Services, 'env'>): RouteHandler =>
  defineRoute({
    for: 'visitor',
    body: askForPasskeyInput,
    run: async ({ stet, request, actor, input, client }) => {
      const cookies = request.headers.get('cookie')
      const here = {
        browser: readCookie(cookies, cookieName('passkey', env.https)) || null,
        ticket: readCookie(cookies, cookieName('ticket', env.https)) || null,
      }
      const asked = await stet.accounts.askForPasskey(actor, input, here, client)
      if (!asked.ok) return asked
      const { options, browser } = asked.value
      const headers: Record<string, string> =
        browser === null ? {} : { 'set-cookie': passkeyCookie(env.https, browser) }
      return ok(jsonAnswer({ options }, { headers }))
    },
  })
