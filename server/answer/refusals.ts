import type { Problem } from '../../lib/http/problem'

/** What the server itself says no to, before any page or handler is asked. */
export const MALFORMED: Problem = {
  status: 400,
  title: 'Bad request',
  detail: 'This request is not well-formed, so it was not carried out.',
}
export const FOREIGN: Problem = {
  status: 403,
  title: 'Not from here',
  detail:
    'This request came from another site, so it was not carried out. Please use the form on our own page.',
}
export const TOO_LARGE: Problem = {
  status: 413,
  title: 'Too large',
  detail: 'This is more than can be sent at once. Please shorten it and try again.',
}
export const TOO_LONG: Problem = {
  status: 414,
  title: 'Address too long',
  detail: 'This address is longer than any of ours.',
}
export const BROKEN: Problem = {
  status: 500,
  title: 'Something went wrong on our side',
  detail: 'The page could not be made. Nothing that you sent before was lost. Please try again in a minute.',
}
export const MAINTENANCE: Problem = {
  status: 503,
  title: 'Back in a moment',
  detail:
    'This publication is being looked after, and cannot be read or written to right now. Nothing that you sent before was lost. Please try again in a minute.',
  headers: { 'retry-after': '60' },
}
/** By the owner's choice, and for longer. */
export const CLOSED: Problem = {
  status: 503,
  title: 'Back soon',
  detail: 'This publication is closed for maintenance. Please come back later.',
  headers: { 'retry-after': '300' },
}
/** The same, for something that was sent meanwhile. */
export const CLOSED_TO_POSTS: Problem = {
  ...CLOSED,
  detail:
    'This publication is closed for maintenance, so what you sent was not kept. Please send it again later.',
}
export const DISK_FULL: Problem = {
  status: 507,
  title: 'The disk is full',
  detail: 'The disk of this publication is full, so nothing can be saved right now. Please tell the editors.',
}
export const NO_PICTURES: Problem = {
  status: 503,
  title: 'Not available right now',
  detail: 'The place where pictures are kept does not answer. Please try again in a minute.',
  headers: { 'retry-after': '60' },
}
export const NOT_FOUND: Problem = {
  status: 404,
  title: 'Not found',
  detail: 'There is nothing at this address.',
}

export const TOO_MANY_STREAMS: Problem = {
  status: 429,
  title: 'Too many at once',
  detail:
    'Too many pages are open live from your address. This one stays as it is; reload it to see what is new.',
  headers: { 'retry-after': '60' },
}

/** 405, with the methods that are. */
export const notAllowed = (allowed: readonly string[]): Problem => ({
  status: 405,
  title: 'Not possible here',
  detail: `This address answers to ${allowed.join(', ')} only.`,
  headers: { allow: allowed.join(', ') },
})
