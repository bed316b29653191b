// For browsers too, so that the shape of an id stands here as letters: lib/kernel/ids.ts makes them with node's own means.
const KEY = /^(batch|decision)-([0-9a-hjkmnp-tv-z]{26})$/

/** What can be taken back with one click: one decision, or all that were made with one. */
export type UndoTarget = { readonly decisionId: string } | { readonly batchId: string }

/** As forms and addresses carry it. */
export const printUndo = (target: UndoTarget): string =>
  'batchId' in target ? `batch-${target.batchId}` : `decision-${target.decisionId}`

/** Null for anything that `printUndo` cannot have made. */
export const parseUndo = (key: string): UndoTarget | null => {
  const [, kind, id] = KEY.exec(key) ?? []
  if (id === undefined) return null
  return kind === 'batch' ? { batchId: id } : { decisionId: id }
}
