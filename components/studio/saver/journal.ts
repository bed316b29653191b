/** What somebody typed, as long as the server has not confirmed it. Knows nothing of pieces: text by field. */
export interface JournalEntry {
  /** What it belongs to, and the open page it was typed in. */
  readonly subject: string
  readonly holder: string
  /** The version it was typed over. */
  readonly version: number
  readonly values: Readonly<Record<string, string>>
  /** What was sent over that version while nobody knows whether it arrived; null where nothing was. */
  readonly sent: Readonly<Record<string, string>> | null
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * Where a device keeps it. Once `put` has resolved, an entry survives the end of the page and of the browser. One entry
 * for each subject and holder; the newest is the one that counts.
 */
export interface Journal {
  put(entry: JournalEntry): Promise<void>
  forget(subject: string, holder: string): Promise<void>
  /** Everything kept for a subject, of every page, oldest first. */
  read(subject: string): Promise<readonly JournalEntry[]>
}
