// For browsers too, so that the shape of an id stands here as letters: lib/kernel/ids.ts makes them with node's own means.
const ID = '[0-9a-hjkmnp-tv-z]{26}'
const KEY = new RegExp(`^(?:batch-(${ID})|decision-(${ID})(?:-answer-(${ID}))?)$`)

/** Characters of the longest key. */
export const UNDO_KEY_MAX = 80

/**
 * What can be taken back with one click: one decision, all that were made with one, or an approval with the answer that was
 * given with it.
 */
export type UndoTarget =
  { readonly decisionId: string; readonly answerId?: string } | { readonly batchId: string }

/** As forms and addresses carry it. */
export const printUndo = (target: UndoTarget): string => {
  if ('batchId' in target) return `batch-${target.batchId}`
  const { decisionId, answerId } = target
  return answerId === undefined ? `decision-${decisionId}` : `decision-${decisionId}-answer-${answerId}`
}

/** Null for anything that `printUndo` cannot have made. */
export const parseUndo = (key: string): UndoTarget | null => {
  const [, batchId, decisionId, answerId] = KEY.exec(key) ?? []
  if (batchId !== undefined) return { batchId }
  if (decisionId === undefined) return null
  return answerId === undefined ? { decisionId } : { decisionId, answerId }
}
