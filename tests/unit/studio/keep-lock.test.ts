import { expect, test } from 'vitest'
import type { LockWish } from '../../../components/studio/lock/ask-lock'
import { type LockState, keepLock } from '../../../components/studio/lock/keep-lock'
import type { LockView } from '../../../lib/articles/hold-article'

const FREE: LockView = { state: 'free', by: null, since: null, wantedBy: null }
const MINE: LockView = { state: 'mine', by: { name: 'Ada', isYou: true }, since: null, wantedBy: null }
const THEIRS: LockView = { state: 'theirs', by: { name: 'Ben', isYou: false }, since: null, wantedBy: null }

/** A page with a server that answers what it is told to, and a clock that is wound by hand. */
const page = () => {
  const did: string[] = []
  let answer: LockView | null = MINE
  let state: LockState = { kind: 'mine' }
  let due: (() => void) | null = null
  const keeper = keepLock({
    ask: async (wish: LockWish) => {
      did.push(wish)
      return answer
    },
    save: async () => void did.push('save'),
    onState: (next) => (state = next),
    begin: () => did.push('begin'),
    after: (_, work) => {
      due = work
      return () => (due = null)
    },
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  const next = async (lock: LockView | null): Promise<string[]> => {
    await settle()
    answer = lock
    did.length = 0
    due?.()
    await settle()
    return [...did]
  }
  return { keeper, next, did, settle, state: () => state }
}

test('a page says that it writes, and saves before it makes room', async () => {
  const { next, state } = page()
  expect(await next(MINE)).toEqual(['hold'])
  expect(await next({ ...MINE, wantedBy: 'Ben' })).toEqual(['hold', 'save', 'leave'])
  expect(state()).toEqual({ kind: 'given', name: 'Ben' })
  // Until Ben has come, and when he has, it only looks.
  expect(await next(FREE)).toEqual(['look'])
  expect(await next(THEIRS)).toEqual(['look'])
  expect(state().kind).toBe('given')
})

test('a page that was passed over saves what it holds', async () => {
  const { next, state } = page()
  expect(await next(THEIRS)).toEqual(['hold', 'save'])
  expect(state()).toMatchObject({ kind: 'theirs', name: 'Ben' })
})

test('nobody is kept from writing because nobody answers', async () => {
  const { next, state } = page()
  expect(await next(null)).toEqual(['hold'])
  expect(state().kind).toBe('mine')
})

test('a page takes over by asking until it has the piece, and begins anew with what is stored', async () => {
  const { keeper, next, settle, state } = page()
  await next(THEIRS)
  keeper.take()
  await settle()
  expect(state()).toEqual({ kind: 'asking', name: 'Ben' })
  expect(await next(FREE)).toEqual(['take'])
  expect(await next(MINE)).toEqual(['take', 'begin'])
})

test('a page takes nothing by itself when the others leave', async () => {
  const { next, state } = page()
  await next(THEIRS)
  expect(await next(FREE)).toEqual(['look'])
  expect(state().kind).toBe('free')
})

test('leaving says so once, and only where it held the piece', async () => {
  const { keeper, next, did } = page()
  await next(MINE)
  did.length = 0
  keeper.leave()
  expect(did).toEqual(['leave'])
  const other = page()
  await other.next(THEIRS)
  other.did.length = 0
  other.keeper.leave()
  expect(other.did).toEqual([])
})
