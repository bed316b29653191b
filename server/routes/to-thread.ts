import { sendRedirect } from '../answer/send-redirect'
import type { Handler } from '../exchange'

/**
 * The form's address opened by hand, for example by Enter in the address bar after a post that was refused: the
 * thread is what they are looking for.
 */
export const toThread: Handler = async (exchange, { slug = '' }) =>
  sendRedirect(exchange, 302, `/articles/${encodeURIComponent(slug)}#comments`)

/** The same for a form that belongs to one comment. Says nothing about whether there is such a one. */
export const toComment: Handler = async (exchange, { id = '' }) =>
  sendRedirect(exchange, 302, `/comments/${encodeURIComponent(id)}`)
