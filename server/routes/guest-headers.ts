import { guestCookie } from '../../lib/auth/cookies'
import type { RouteAnswer } from '../../lib/http/route-answer'
import type { Services } from '../services'

/** Headers of an answer that may have made its reader a guest. Nobody keeps such an answer. */
export const guestHeaders = (
  { env }: Pick<Services, 'env'>,
  guestSecret: string | null,
): RouteAnswer['headers'] => ({
  'cache-control': 'private, no-store',
  ...(guestSecret === null ? {} : { 'set-cookie': guestCookie(env.https, guestSecret) }),
})
