import { statSync } from 'node:fs'
import { DatabaseDamaged } from '../kernel/database-damaged'
import { StorageFull } from '../kernel/storage-full'
import { isDamaged, isFailing, isSearchDamaged, sqliteCode } from './sqlite-errors'

/** Who hears of a disk or a file that is failing. */
export interface TroubleHeard {
  /** After a failed fsync nothing can be said about what was stored: ends the process. */
  readonly onFatal: (error: Error) => void
  /** What is stored cannot be read, or is not there any more. Heard once; nothing is asked of the file afterwards. By default as `onFatal`. */
  readonly onDamage?: (error: Error) => void
  /** A search index cannot be read; all else can. Heard once. */
  readonly onSearchDamage?: (error: Error) => void
}

const isEmpty = (file: string): boolean => {
  try {
    return statSync(file).size === 0
  } catch {
    return false
  }
}

/**
 * What becomes of the errors of a SQLite file. Once it is known to be damaged every statement fails before it touches
 * the file: to go on writing would ruin what can still be had back from it.
 */
export class FileTrouble {
  readonly onFatal: (error: Error) => void
  readonly #file: string
  readonly #onDamage: (error: Error) => void
  #onSearchDamage: ((error: Error) => void) | undefined
  #damage: DatabaseDamaged | null = null

  constructor(file: string, { onFatal, onDamage = onFatal, onSearchDamage }: TroubleHeard) {
    this.#file = file
    this.onFatal = onFatal
    this.#onDamage = onDamage
    this.#onSearchDamage = onSearchDamage
  }

  /** Throws once the file is known to be damaged. */
  refuseDamaged(): void {
    if (this.#damage) throw this.#damage
  }

  /** What an error of the driver is to its caller. */
  translated(error: unknown): unknown {
    if (sqliteCode(error) === 'SQLITE_FULL') return new StorageFull(error)
    if (!(error instanceof Error) || error instanceof DatabaseDamaged) return error
    if (isDamaged(error) || this.#isEmptied(error)) return this.#found(error)
    if (isSearchDamaged(error)) this.#foundInSearch(error)
    if (isFailing(error)) this.onFatal(error)
    return error
  }

  #found(error: Error): DatabaseDamaged {
    if (this.#damage) return this.#damage
    this.#damage = new DatabaseDamaged(error)
    this.#onDamage(error)
    return this.#damage
  }

  #foundInSearch(error: Error): void {
    const tell = this.#onSearchDamage
    this.#onSearchDamage = undefined
    tell?.(error)
  }

  /** To SQLite a file of no bytes is a database without tables. */
  #isEmptied(error: Error): boolean {
    return /\bno such table\b/.test(error.message) && isEmpty(this.#file)
  }
}
