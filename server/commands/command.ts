/** How a command talks to whoever called it. */
export interface Terminal {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** Everything on standard input. */
  readonly readInput: () => Promise<string>
  /** The project's folder. */
  readonly root: string
}

/** A command of `npm run stet`. */
export interface Command {
  /** One line for the list. */
  readonly summary: string
  /** What `--help` says. */
  readonly help: string
  /** Exit code. Throws `UsageError` for arguments it cannot use, `Refusal` for what it will not do. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>
}

/** Called in a way that makes no sense; answered with the sentence and how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** EX_USAGE of sysexits.h. */
export const USAGE = 64
