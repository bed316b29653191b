import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { NewComment } from '../comments/comment-store'
import type { Instant } from '../kernel/clock'
import type { Batch, Outcome } from './comment-writer'
import type { CommentWriter } from './database'
import type { Insertion } from './insert-submission'
import type { SqliteConnections } from './sqlite-connections'

/** Comments that share one commit: a bound on how long a batch may take. */
const TOGETHER = 64

interface Waiting {
  readonly submission: NewComment
  readonly now: Instant
  resolve(insertion: Insertion): void
  reject(error: unknown): void
}

/** As the driver would have thrown it here. */
const errorOf = ({ message, code }: Exclude<Outcome, Insertion>): Error =>
  Object.assign(new Error(message), { code })

/**
 * Sends new comments to a thread that writes them (comment-writer.ts), one batch after the other: what comes while one
 * is written goes with the next. The thread has the writer's turn meanwhile, so that two of one process never wait for
 * each other inside SQLite. Nobody is answered before the disk has it.
 */
export class WritingThread implements CommentWriter {
  readonly #connections: SqliteConnections
  readonly #thread: Worker
  readonly #ended: Promise<unknown>
  readonly #waiting: Waiting[] = []
  #current: Promise<void> | null = null
  #isClosing = false
  #lost: Error | null = null
  /** Rejects what the thread has in hand. */
  #giveUp = (_error: Error): void => {}

  constructor(connections: SqliteConnections, program: string, file: string) {
    this.#connections = connections
    this.#thread = new Worker(program, { workerData: { file } })
    this.#ended = new Promise((resolve) => this.#thread.once('exit', resolve))
    this.#thread.on('error', (error) => this.#lose(error))
    this.#thread.on('exit', (code) =>
      this.#lose(new Error(`The thread that writes comments ended: ${code}.`)),
    )
    this.#thread.unref()
  }

  insert(submission: NewComment, now: Instant): Promise<Insertion> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ submission, now, resolve, reject })
      this.#current ??= this.#drain()
    })
  }

  /** Whoever waits is answered first. */
  async close(): Promise<void> {
    await this.#current
    this.#isClosing = true
    this.#thread.postMessage(null)
    await this.#ended
  }

  /** What it had in hand may be stored or not, and nothing more can be: as with a disk that failed. */
  #lose(error: Error): void {
    if (this.#isClosing || this.#lost) return
    this.#lost = error
    this.#giveUp(error)
    this.#connections.trouble.onFatal(error)
  }

  async #drain(): Promise<void> {
    // Requests that arrived together reach this point one after the other.
    await nextTurnOfTheLoop()
    try {
      while (this.#waiting.length > 0) await this.#writeSome()
    } catch (error) {
      // The turn could not be had or given back: whoever waits is told, and the next to come asks anew.
      for (const { reject } of this.#waiting.splice(0)) reject(error)
    } finally {
      this.#current = null
    }
  }

  async #writeSome(): Promise<void> {
    const release = await this.#connections.lend()
    const batch = this.#waiting.splice(0, TOGETHER)
    try {
      this.#answer(batch, await this.#write(batch))
    } catch (error) {
      for (const { reject } of batch) reject(error)
    } finally {
      release()
    }
  }

  #write(waiting: readonly Waiting[]): Promise<readonly Outcome[]> {
    const now = Math.max(...waiting.map((one) => one.now))
    const batch: Batch = { now, submissions: waiting.map(({ submission }) => submission) }
    return new Promise((resolve, reject) => {
      this.#giveUp = reject
      if (this.#lost) return reject(this.#lost)
      this.#thread.once('message', resolve)
      this.#thread.postMessage(batch)
    })
  }

  #answer(batch: readonly Waiting[], outcomes: readonly Outcome[]): void {
    batch.forEach(({ resolve, reject }, n) => {
      const outcome = outcomes[n] ?? { message: 'The thread that writes comments left one out.', code: '' }
      if (typeof outcome === 'string') resolve(outcome)
      else reject(this.#connections.trouble.translated(errorOf(outcome)))
    })
  }
}
