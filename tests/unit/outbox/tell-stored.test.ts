import { describe, expect, it } from 'vitest'
import type { QueuedEffect } from '../../../lib/kernel/effect'
import { storedEffects } from '../../../lib/outbox/tell-stored'

const effect = (name: string, at?: number): QueuedEffect => ({
  key: name,
  effect: { kind: 'settings.changed', key: name },
  ...(at === undefined ? {} : { at }),
})

interface Change {
  readonly effects: readonly QueuedEffect[]
}

const setting = () => {
  const stored = storedEffects()
  const heard: string[] = []
  stored.subscribe((effects, ahead) => {
    heard.push(
      effects.map((one) => ('key' in one ? one.key : one.kind)).join('+') +
        ahead.map((at) => `@${at}`).join(''),
    )
  })
  const done: string[] = []
  const { store } = stored.over({
    store: {
      apply: async (_change: Change) => void done.push(`stored after ${heard.length}`),
      applyAll: async (_changes: readonly Change[]) => done.length,
      refuse: async (_change: Change) => {
        throw new Error('The connection was lost.')
      },
      read: async (_id: string, _ids: readonly string[]) => 7,
    },
  })
  return { store, heard, done }
}

describe('what was just stored', () => {
  it('is told once it is stored, before its writer is answered', async () => {
    const { store, heard, done } = setting()
    await store.apply({ effects: [effect('a'), effect('b')] })
    expect(done).toEqual(['stored after 0'])
    expect(heard).toEqual(['a+b'])
  })

  it('is told of every change of a list, in one word', async () => {
    const { store, heard } = setting()
    const changes = Array.from({ length: 100 }, (_, n) => ({ effects: [effect(`n${n}`)] }))
    await store.applyAll(changes)
    expect(heard).toEqual([changes.map((_, n) => `n${n}`).join('+')])
    await store.applyAll([{ effects: [] }, { effects: [effect('one'), effect('two')] }, { effects: [] }])
    expect(heard.at(-1)).toBe('one+two')
  })

  it('says nothing of reading, of lists without effects, or of an empty list', async () => {
    const { store, heard } = setting()
    expect(await store.read('a', ['b'])).toBe(7)
    await store.applyAll([])
    await store.applyAll([{ effects: [] }])
    expect(heard).toEqual([])
  })

  it('tells of what is due later by its moment alone, in lists as well', async () => {
    const { store, heard } = setting()
    await store.applyAll([{ effects: [effect('now')] }, { effects: [effect('later', 90)] }])
    expect(heard).toEqual(['now@90'])
  })

  it('tells of what nobody can be sure of, and the writer still learns of the failure', async () => {
    const { store, heard } = setting()
    await expect(store.refuse({ effects: [effect('a')] })).rejects.toThrow('lost')
    expect(heard).toEqual(['a'])
  })
})
