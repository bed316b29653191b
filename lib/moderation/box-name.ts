const ITEM = /^item\.([^.]+)\.([^.]+)\.(\d{1,9})$/

/** The box of a card names what was read: comment, text and state. */
export const boxName = (card: { commentId: string; revisionId: string; version: number }): string =>
  `item.${card.commentId}.${card.revisionId}.${card.version}`

/** The same back; null for the name of another field. */
export const readBoxName = (
  name: string,
): { readonly commentId: string; readonly revisionId: string; readonly version: number } | null => {
  const [, commentId, revisionId, version] = ITEM.exec(name) ?? []
  return commentId === undefined || revisionId === undefined
    ? null
    : { commentId, revisionId, version: Number(version) }
}
