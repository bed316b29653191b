import { afterEach, describe, expect, it, vi } from 'vitest'
import { compose } from '../../../lib/compose'
import { type SearchWorker, startSearchWorker } from '../../../server/process/search-worker'
import { aPiece } from '../../support/builders/a-piece'
import { theOwner } from '../../support/builders/the-owner'
import { memoryPorts } from '../../support/memory/memory-ports'

let worker: SearchWorker | undefined
afterEach(() => worker?.stop())

const opened = () => {
  const ports = memoryPorts()
  const stet = compose(ports)
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const found = async (typed: string): Promise<number> => {
    const answer = await stet.search.public('192.0.2.1', { typed, kind: 'articles', page: 1 })
    return answer.ok ? (answer.value.totals?.articles ?? 0) : -1
  }
  return { stet, ports, log, found }
}

describe('the worker of search', () => {
  it('finds at its start what was written before it, and then what it hears of', async () => {
    const { stet, log, found } = opened()
    await aPiece(stet, { title: 'Lanterns' })
    expect(await found('lanterns')).toBe(0)
    worker = startSearchWorker(stet.search, stet, log)
    await expect.poll(() => found('lanterns')).toBe(1)
    const { articleId, slug } = await aPiece(stet, { title: 'Anchors' })
    expect(await found('anchors')).toBe(0)
    worker.heard({ kind: 'article.changed', articleId, slugs: [slug] })
    await expect.poll(() => found('anchors')).toBe(1)
  })

  it('loses what is taken off the page', async () => {
    const { stet, log, found } = opened()
    const owner = await theOwner(stet)
    const { articleId, version, slug } = await aPiece(stet, { title: 'Lanterns', by: owner })
    worker = startSearchWorker(stet.search, stet, log)
    await expect.poll(() => found('lanterns')).toBe(1)
    await stet.articles.changeStatus(owner, { articleId, version, move: 'unpublish' })
    worker.heard({ kind: 'article.changed', articleId, slugs: [slug] })
    await expect.poll(() => found('lanterns')).toBe(0)
  })

  it('says that an index could not be kept, looks through all of it, and has missed nothing', async () => {
    const { stet, ports, log, found } = opened()
    worker = startSearchWorker(stet.search, stet, log)
    await aPiece(stet, { title: 'Lanterns' })
    const broken = vi
      .spyOn(ports.searchKeeper, 'sources')
      .mockRejectedValueOnce(new Error('The disk is slow.'))
    const { articleId, slug } = await aPiece(stet, { title: 'Anchors' })
    worker.heard({ kind: 'article.changed', articleId, slugs: [slug] })
    await expect.poll(() => log.error.mock.calls.length).toBe(1)
    expect(broken).toHaveBeenCalled()
    worker.heard({ kind: 'settings.changed', key: 'site' })
    await expect.poll(() => found('lanterns')).toBe(1)
    expect(await found('anchors')).toBe(1)
  })

  it('empties indexes that cannot be read, and fills them anew, also when the first try fails', async () => {
    const { stet, ports, log, found } = opened()
    await aPiece(stet, { title: 'Lanterns' })
    worker = startSearchWorker(stet.search, stet, log)
    await expect.poll(() => found('lanterns')).toBe(1)
    const clear = vi.spyOn(ports.searchKeeper, 'clear').mockRejectedValueOnce(new Error('The disk is slow.'))
    const put = vi.spyOn(ports.searchKeeper, 'put')
    worker.renew()
    await expect.poll(() => log.error.mock.calls.length).toBe(1)
    expect(put).not.toHaveBeenCalled()
    worker.heard({ kind: 'settings.changed', key: 'site' })
    await expect.poll(() => put.mock.calls.length).toBeGreaterThan(0)
    expect(clear).toHaveBeenCalledTimes(2)
    await expect.poll(() => found('lanterns')).toBe(1)
    expect(log.error).toHaveBeenCalledTimes(1)
  })

  it('mends a batch of which one fails: what was done before it, itself, and what stood behind it', async () => {
    const { stet, ports, log, found } = opened()
    worker = startSearchWorker(stet.search, stet, log)
    const gone = await aPiece(stet, { title: 'Ropes', by: await theOwner(stet) })
    worker.heard({ kind: 'article.changed', articleId: gone.articleId, slugs: [] })
    await expect.poll(() => found('ropes')).toBe(1)
    const { articleId, version } = gone
    await stet.articles.changeStatus(await theOwner(stet), { articleId, version, move: 'unpublish' })
    const titles = ['Lanterns', 'Anchors', 'Sails']
    const pieces = await Promise.all(titles.map((title) => aPiece(stet, { title })))
    vi.spyOn(ports.searchKeeper, 'put').mockRejectedValueOnce(new Error('The disk is slow.'))
    for (const one of [gone, ...pieces, pieces[0] ?? gone]) {
      worker.heard({ kind: 'article.changed', articleId: one.articleId, slugs: [] })
    }
    await expect.poll(() => log.error.mock.calls.length).toBe(1)
    worker.heard({ kind: 'settings.changed', key: 'site' })
    for (const title of titles) await expect.poll(() => found(title)).toBe(1)
    expect(await found('ropes')).toBe(0)
    expect(log.error).toHaveBeenCalledTimes(1)
  })

  it('lets words that only moderators look for wait for a calm moment, and readers never', async () => {
    const { stet, ports, log, found } = opened()
    const { articleId, slug } = await aPiece(stet, { title: 'Lanterns' })
    worker = startSearchWorker(stet.search, stet, log)
    await expect.poll(() => found('lanterns')).toBe(1)
    const looked = vi.spyOn(ports.searchKeeper, 'strays')
    const heardOf = () =>
      looked.mock.calls.filter(([, scope]) => scope !== 'everything').map(([index]) => index)
    const commentId = 'a-comment'
    worker.heard({ kind: 'comment.submitted', commentId, articleId })
    worker.heard({ kind: 'article.changed', articleId, slugs: [slug] })
    await expect.poll(heardOf).toContain('comments')
    expect(heardOf()).not.toContain('desk')
    worker.heard({ kind: 'comment.changed', commentId, articleId, sight: 'appeared' })
    await expect.poll(heardOf).toContain('desk')
  })

  it('stops in the middle of a stretch, without a word', async () => {
    const { stet, log } = opened()
    for (let n = 0; n < 3; n += 1) await aPiece(stet, { title: `Lantern ${n}` })
    worker = startSearchWorker(stet.search, stet, log)
    await worker.stop()
    expect(log.error).not.toHaveBeenCalled()
  })
})
