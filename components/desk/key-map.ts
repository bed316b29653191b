/** Everything a key can do on the desk: name, what the list says, and the key it has unless another was chosen. */
export const KEY_COMMANDS = [
  ['next', 'Next comment', 'j'],
  ['previous', 'Previous comment', 'k'],
  ['approve', 'Approve', 'a'],
  ['reject', 'Reject', 'r'],
  ['spam', 'Spam', 's'],
  ['hold', 'Hold', 'h'],
  ['keep', 'Keep what was reported', 'e'],
  ['feature', 'Pick for the top of the thread', 'f'],
  ['details', 'Author, thread and piece', 'i'],
  ['note', 'Note, answer, and more', 'n'],
  ['select', 'Select', 'x'],
  ['undo', 'Undo the last decision', 'u'],
  ['search', 'Search and filter', '/'],
  ['go', 'Go to a tab: its first letter follows', 'g'],
  ['help', 'This list', '?'],
] as const
export type KeyCommand = (typeof KEY_COMMANDS)[number][0]
export type KeyMap = Readonly<Record<KeyCommand, string>>

export const USUAL_KEYS = Object.fromEntries(KEY_COMMANDS.map(([name, , key]) => [name, key])) as KeyMap

/** Chosen keys over the usual ones: one sign each, and no two of them the same. */
export const keyMapOf = (chosen: Readonly<Partial<Record<string, unknown>>>): KeyMap => {
  const map: Record<KeyCommand, string> = { ...USUAL_KEYS }
  for (const [name] of KEY_COMMANDS) {
    const key = chosen[name]
    if (typeof key === 'string' && Array.from(key).length === 1 && key.trim() !== '') map[name] = key
  }
  return new Set(Object.values(map)).size === KEY_COMMANDS.length ? map : USUAL_KEYS
}

export const commandOf = (map: KeyMap, key: string): KeyCommand | null =>
  KEY_COMMANDS.find(([name]) => map[name] === key)?.[0] ?? null
