import type { Journal, JournalEntry } from './journal'

const NAME = 'stet-studio'
const STORE = 'journal'
/** Older entries are of nobody's use: what they belong to has been saved a hundred times since. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The device keeps nothing.'))
  })

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['subject', 'holder'] })
  return done(request)
}

/** Resolves when the transaction is on its way to the disk, not when the request was taken. */
const write = async (database: IDBDatabase, work: (store: IDBObjectStore) => void): Promise<void> => {
  const transaction = database.transaction(STORE, 'readwrite')
  work(transaction.objectStore(STORE))
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('The device keeps nothing.'))
  })
}

/** The journal of this browser. Where there is no IndexedDB (a private window of old) every call rejects. */
export const indexedJournal = (now: () => number = Date.now): Journal => {
  let database: Promise<IDBDatabase> | null = null
  const opened = (): Promise<IDBDatabase> => (database ??= open())
  return {
    put: async (entry) => write(await opened(), (store) => store.put(entry)),
    forget: async (subject, holder) => write(await opened(), (store) => store.delete([subject, holder])),
    read: async (subject) => {
      const transaction = (await opened()).transaction(STORE, 'readonly')
      const range = IDBKeyRange.bound([subject, ''], [subject, '\uffff'])
      const found: JournalEntry[] = await done(transaction.objectStore(STORE).getAll(range))
      return found.filter(({ at }) => now() - at < KEPT_MS).sort((a, b) => a.at - b.at)
    },
  }
}
