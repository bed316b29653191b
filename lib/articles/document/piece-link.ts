const PIECE = /^\/pieces\/([\w-]{1,64})(#[^\s\\]*)?$/

/** A link to a piece that stays right when its address changes: the server leads on from there. */
export const pieceLink = (articleId: string): string => `/pieces/${articleId}`

/** What such a link is about, or null when it is none. */
export const readPieceLink = (href: string): { readonly id: string; readonly fragment: string } | null => {
  const [, id, fragment = ''] = PIECE.exec(href) ?? []
  return id === undefined ? null : { id, fragment }
}
