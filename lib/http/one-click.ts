/** Headers by which a mail program is told from a browser; null where one is missing. */
export interface ProgramFacts {
  readonly cookie: string | null
  readonly origin: string | null
  readonly secFetchSite: string | null
}

/** The one address that takes a post from nowhere. */
export const ONE_CLICK_PATH = '/unsubscribe'

/**
 * Whether a post is the one click of a mail program (RFC 8058): it comes without a cookie, so that it acts for nobody,
 * and without the headers that every browser sends with a post from another site. The key in the address is its only
 * proof; the handler looks at it. The one exception to the rule of the origin (security contract, "Requests").
 */
export const isMailProgram = ({ cookie, origin, secFetchSite }: ProgramFacts): boolean =>
  cookie === null && origin === null && secFetchSite === null
