import { guestCookie } from '../../lib/auth/cookies'
import type { Services } from '../services'

/** Headers of an answer that may have made its reader a guest. Nobody keeps such an answer. */
export const guestHeaders = ({ env }: Pick<Services, 'env'>, guestSecret: string | null): Headers => {
  const headers = new Headers({ 'cache-control': 'private, no-store' })
  if (guestSecret !== null) headers.append('set-cookie', guestCookie(env.https, guestSecret))
  return headers
}
