import { expect, it } from 'vitest'
import { KeysByTag } from '@/lib/press/keys-by-tag'
import { PIECES, pieceTag } from '@/lib/press/tags'

const tag = pieceTag('a')

it('knows no key, one, and many of a tag', () => {
  const keys = new KeysByTag()
  expect(keys.of(tag)).toEqual([])
  keys.add(tag, '/a')
  keys.add(tag, '/a')
  expect(keys.of(tag)).toEqual(['/a'])
  keys.add(tag, '/b')
  keys.add(tag, '/c')
  keys.add(PIECES, '/a')
  expect(keys.of(tag)).toEqual(['/a', '/b', '/c'])
})

it('forgets a key of one tag, and nothing else', () => {
  const keys = new KeysByTag()
  keys.delete(tag, '/a')
  keys.add(tag, '/a')
  keys.delete(tag, '/b')
  expect(keys.of(tag)).toEqual(['/a'])
  keys.add(PIECES, '/a')
  keys.delete(tag, '/a')
  expect([keys.of(tag), keys.of(PIECES)]).toEqual([[], ['/a']])
  for (const key of ['/a', '/b', '/c']) keys.add(tag, key)
  for (const key of ['/c', '/a', '/b']) keys.delete(tag, key)
  expect(keys.of(tag)).toEqual([])
  keys.add(tag, '/d')
  keys.clear()
  expect(keys.of(tag)).toEqual([])
})

it('tells the keys of a moment, whatever is forgotten meanwhile', () => {
  const keys = new KeysByTag()
  for (const key of ['/a', '/b', '/c']) keys.add(tag, key)
  for (const key of keys.of(tag)) keys.delete(tag, key)
  expect(keys.of(tag)).toEqual([])
})
