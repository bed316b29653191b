/** In the address of a piece's page: what to go to on its sheet. */
export const SEEK = 'at'

/** The page of a piece, opened where those words, that picture or that link stands (components/studio/writing/seek.ts). */
export const placeInText = (articleId: string, sought: string): string =>
  `/studio/${articleId}?${SEEK}=${encodeURIComponent(sought)}#text`
