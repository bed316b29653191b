import { describe, expect, it, test } from 'vitest'
import { printTags, readTags, tagSlug, tagsNamed } from '../../../lib/articles/tags'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

describe('what is typed into the field', () => {
  test.each([
    ['', []],
    [' , ,', []],
    ['Boats, weather', ['Boats', 'weather']],
    ['#boats, # boats , BOATS', ['boats']],
    ['سفن، طقس', ['سفن', 'طقس']],
    ['船、天気', ['船', '天気']],
    ['tide  tables,\u0000harbour\n', ['tide tables', 'harbour']],
    ['C, C++, C#', ['C', 'C++', 'C#']],
  ])('%j names %j', (typed, names) => {
    expect(readTags(typed)).toEqual({ names, problem: null })
    expect(readTags(printTags(names))).toEqual({ names, problem: null })
  })

  it('is refused in plain words', () => {
    const eleven = Array.from({ length: 11 }, (_, n) => `tag ${n}`).join(',')
    expect(readTags(eleven).problem).toBe('These are 11 tags. Please keep at most 10.')
    expect(readTags('x'.repeat(41)).problem).toContain('to 40 characters')
    expect(readTags('boats, !!!').problem).toContain('“!!!” has no letter')
  })

  it('leads to an address of its own', () => {
    expect(['Boats & Rope', 'C++', 'C#', 'C', 'طقس'].map(tagSlug)).toEqual([
      'boats-rope',
      'c-plus-plus',
      'c-sharp',
      'c',
      'طقس',
    ])
    expect(tagsNamed(['Tide', 'boats', 'tide'])).toEqual([
      { slug: 'tide', name: 'Tide' },
      { slug: 'boats', name: 'boats' },
    ])
  })
})

describe('the tags of a piece', () => {
  it('are a draft’s own until it is published, and stay public until the next draft is', async () => {
    const { stet, start, save, publish, open, read } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', text: 'Hemp.', tags: 'rope, Boats' }))
    expect((await open(articleId)).tags).toBe('rope, Boats')
    expect(await stet.ports.pieceIndex.tags(stet.ports.clock.now(), 9)).toEqual([])
    value(await publish(articleId))
    const tags = async () => (await read('ropes'))?.tags
    expect(await tags()).toEqual([
      { name: 'rope', slug: 'rope', path: '/tags/rope' },
      { name: 'Boats', slug: 'boats', path: '/tags/boats' },
    ])
    value(await save(articleId, { tags: 'secret plans' }))
    expect((await tags())?.map(({ name }) => name)).toEqual(['rope', 'Boats'])
    value(await publish(articleId))
    expect((await tags())?.map(({ name }) => name)).toEqual(['secret plans'])
  })

  it('stay as they are when a form says nothing of them', async () => {
    const { start, save, open } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', tags: 'rope' }))
    value(await save(articleId, { title: 'Ropes and knots' }))
    expect((await open(articleId)).tags).toBe('rope')
    value(await save(articleId, { tags: '' }))
    expect((await open(articleId)).tags).toBe('')
  })

  it('are a change like any other, and are not saved when they are wrong', async () => {
    const { start, save, open } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', tags: 'rope' }))
    const { version } = await open(articleId)
    expect(value(await save(articleId, { tags: 'rope' })).version).toBe(version)
    expect(value(await save(articleId, { tags: 'Rope' })).version).toBe(version + 1)
    const refused = refusal(await save(articleId, { tags: '???' }))
    expect(refused.code).toBe('invalid')
    expect(Object.keys(refused.fields ?? {})).toEqual(['tags'])
  })
})
