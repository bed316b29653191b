import type { Statement } from 'better-sqlite3'
import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises'
import type { SqlRunner } from './sql'
import type { SqliteConnections, Turn } from './sqlite-connections'
import { isBroken } from './sqlite-errors'

/** Works that share one commit: a bound on how long a group may take. */
const GROUP = 64

/** How long a group waits for one more while one more comes each turn; the loop works on their requests meanwhile. */
const TURNS = 8

interface Member {
  /** Runs the work; the answer is given once the group is committed. */
  attempt(tx: SqlRunner): Promise<() => void>
  reject(error: unknown): void
}

/**
 * Transactions that arrive in the same moment share one commit. Waiting for the disk is most of what a small
 * transaction costs, and SQLite has one writer, so that sixteen people who post at once would wait for each other's
 * disk. Each work runs alone, after the one before it, inside a savepoint: what fails takes back only itself. Nobody
 * is answered before the disk has it.
 */
export class GroupCommit {
  readonly #connections: SqliteConnections
  readonly #tx: SqlRunner
  readonly #mark: Statement
  readonly #release: Statement
  readonly #takeBack: Statement
  readonly #waiting: Member[] = []
  #isDraining = false

  constructor(connections: SqliteConnections, tx: SqlRunner) {
    this.#connections = connections
    this.#tx = tx
    this.#mark = connections.writer.prepare('SAVEPOINT member')
    this.#release = connections.writer.prepare('RELEASE member')
    this.#takeBack = connections.writer.prepare('ROLLBACK TO member')
  }

  run<T>(work: (tx: SqlRunner) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const attempt = async (tx: SqlRunner): Promise<() => void> => {
        const value = await work(tx)
        return () => resolve(value)
      }
      this.#waiting.push({ attempt, reject })
      if (!this.#isDraining) void this.#drain()
    })
  }

  /**
   * A transaction of its own, at the writer's next turn: for work that changes hundreds of pages, each of which a savepoint
   * would copy, and whose disk nobody else should wait for twice.
   */
  async alone<T>(work: (tx: SqlRunner) => Promise<T>): Promise<T> {
    const turn = await this.#connections.begin()
    try {
      const value = await work(this.#tx)
      turn.commit()
      return value
    } finally {
      turn.rollback()
    }
  }

  async #drain(): Promise<void> {
    this.#isDraining = true
    while (this.#waiting.length > 0) {
      await this.#gather()
      const group = this.#waiting.splice(0, GROUP)
      await this.#commit(group).catch((error: unknown) => {
        for (const member of group) member.reject(error)
      })
    }
    this.#isDraining = false
  }

  /** Requests that arrived together reach this point one after the other: the group starts behind the last of them. */
  async #gather(): Promise<void> {
    for (let turns = 0, before = 0; turns < TURNS && this.#waiting.length > before; turns += 1) {
      before = this.#waiting.length
      await nextTurnOfTheLoop()
    }
  }

  async #commit(group: readonly Member[]): Promise<void> {
    const turn: Turn = await this.#connections.begin()
    const answers: (() => void)[] = []
    try {
      const [only] = group.length === 1 ? group : []
      // Alone it is the transaction: what a savepoint keeps of every page it changes would be kept for nobody.
      if (only) answers.push(await only.attempt(this.#tx))
      else for (const member of group) answers.push(await this.#attempt(member))
      turn.commit()
    } finally {
      turn.rollback()
    }
    for (const answer of answers) answer()
  }

  async #attempt(member: Member): Promise<() => void> {
    const { writer } = this.#connections
    this.#mark.run()
    try {
      const answer = await member.attempt(this.#tx)
      this.#release.run()
      return answer
    } catch (error) {
      // A full disk may end the whole transaction, and a failing one must: with it goes everybody's work in the group.
      if (!writer.inTransaction || isBroken(error)) throw error
      this.#takeBack.run()
      this.#release.run()
      return () => member.reject(error)
    }
  }
}
