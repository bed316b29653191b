import { once } from 'node:events'
import { Worker as Thread } from 'node:worker_threads'
import { z } from 'zod'
import type { Stet } from '../../lib/compose'
import type { Beside } from '../../lib/db/database'
import type { Clock, Instant } from '../../lib/kernel/clock'
import type { Effect } from '../../lib/kernel/effect'

/** What the thread is asked to do, one thing after the other. */
export type SearchTask =
  | { readonly kind: 'keep'; readonly effects: readonly Effect[] }
  | { readonly kind: 'due'; readonly since: Instant }
  | { readonly kind: 'clear' }
  /** One step of making everything right, of a new round or of the one that is under way. */
  | { readonly kind: 'fill'; readonly isNew: boolean }

/** To the thread. It has the writer's turn, or cannot have it, after it asked for it; `end` once nothing is under way. */
export type ToSearchThread =
  | { readonly kind: 'task'; readonly task: SearchTask; readonly now: Instant }
  | { readonly kind: 'turn' }
  | { readonly kind: 'no-turn'; readonly message: string }
  | { readonly kind: 'end' }

/** From the thread. `isDone`: there is no further step. An error in parts, for no error keeps its code between threads. */
export type FromSearchThread =
  | { readonly kind: 'wants-turn' }
  | { readonly kind: 'turn-over' }
  | { readonly kind: 'done'; readonly isDone: boolean }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string }

type Keeping = Pick<Stet['search'], 'keep' | 'due' | 'clear' | 'fill'>

interface Asked {
  resolve(isDone: boolean): void
  reject(error: unknown): void
}

/** The driver's errors are none of the language's, and arrive as a record of what they had. */
const asError = (error: unknown): Error => {
  if (error instanceof Error) return error
  const { code } = z.object({ code: z.string() }).catch({ code: '' }).parse(error)
  return Object.assign(new Error(`The thread that keeps the search indexes ended: ${code}`), { code })
}

/**
 * Keeps the search indexes in a thread (server/search-keeper.ts): to read texts, to take them apart and to write their
 * words would take a fourth of the processor from whoever answers those who post them. The thread writes when it has the
 * writer's turn. Should it end, what it had in hand fails, which the worker mends by looking through everything, in the
 * next thread.
 */
export class SearchThread implements Keeping {
  readonly #beside: Beside
  readonly #program: string
  readonly #clock: Clock
  #thread: Thread | null = null
  #asked: Asked | null = null
  #release: (() => void) | null = null

  constructor(beside: Beside, program: string, clock: Clock) {
    this.#beside = beside
    this.#program = program
    this.#clock = clock
  }

  async keep(effects: readonly Effect[]): Promise<void> {
    await this.#ask({ kind: 'keep', effects })
  }

  async due(since: Instant): Promise<void> {
    await this.#ask({ kind: 'due', since })
  }

  async clear(): Promise<void> {
    await this.#ask({ kind: 'clear' })
  }

  async *fill(): AsyncGenerator<void> {
    for (let isNew = true; !(await this.#ask({ kind: 'fill', isNew })); isNew = false) yield
  }

  /** When nothing is asked of it any more. */
  async stop(): Promise<void> {
    if (!this.#thread) return
    const ended = once(this.#thread, 'exit')
    this.#tell({ kind: 'end' })
    await ended
  }

  #ask(task: SearchTask): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject }
      this.#thread ??= this.#start()
      this.#tell({ kind: 'task', task, now: this.#clock.now() })
    })
  }

  #tell(message: ToSearchThread, thread = this.#thread): void {
    thread?.postMessage(message)
  }

  #start(): Thread {
    const thread = new Thread(this.#program, { workerData: { file: this.#beside.file } })
    let trouble: unknown = new Error('The thread that keeps the search indexes ended.')
    thread.on('message', (message: FromSearchThread) => this.#heard(message))
    thread.on('error', (error: unknown) => (trouble = this.#beside.translated(asError(error))))
    thread.on('exit', () => {
      this.#thread = null
      this.#giveBack()
      this.#answer(({ reject }) => reject(trouble))
    })
    thread.unref()
    return thread
  }

  #heard(message: FromSearchThread): void {
    switch (message.kind) {
      case 'wants-turn':
        return void this.#lend()
      case 'turn-over':
        return this.#giveBack()
      case 'done':
        return this.#answer(({ resolve }) => resolve(message.isDone))
      case 'failed': {
        const error = Object.assign(new Error(message.message), { code: message.code })
        return this.#answer(({ reject }) => reject(this.#beside.translated(error)))
      }
    }
  }

  #answer(how: (asked: Asked) => void): void {
    const asked = this.#asked
    this.#asked = null
    if (asked) how(asked)
  }

  async #lend(): Promise<void> {
    const thread = this.#thread
    try {
      const release = await this.#beside.lend()
      // It may have ended while it waited.
      if (thread !== this.#thread) return release()
      this.#release = release
      this.#tell({ kind: 'turn' })
    } catch (error) {
      // To whoever asked: another thread may be waiting for a turn of its own by now.
      this.#tell({ kind: 'no-turn', message: String(error) }, thread)
    }
  }

  /** The turn is over even if that throws: the file could not be looked at, which whoever comes next finds out. */
  #giveBack(): void {
    const release = this.#release
    this.#release = null
    try {
      release?.()
    } catch (error) {
      this.#answer(({ reject }) => reject(error))
    }
  }
}
