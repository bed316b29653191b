import { describe, expect, it } from 'vitest'
import { changeArticleStatus } from '../../../lib/articles/change-article-status'
import { aComment } from '../../support/builders/a-comment'
import { type Piece, aPiece } from '../../support/builders/a-piece'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { serveLive, site, piece, open, approved } from './live-stage'

serveLive()

const unpublish = async ({ articleId, version }: Piece): Promise<void> => {
  const change = { articleId, version, move: 'unpublish' } as const
  await must('unpublish', changeArticleStatus(site.ports, await theOwner(site.stet), change))
  await site.drain()
}

describe('a piece that is not public', () => {
  it('is answered like one that never was', async () => {
    const draft = await aPiece(site.stet, { state: 'draft' })
    const gone = await aPiece(site.stet)
    await unpublish(gone)
    const addresses = [draft.path, gone.path, '/articles/never-was', '/articles/%F0%9F%90%99']
    for (const end of ['live', 'live.json']) {
      const answers = await Promise.all(
        addresses.map(async (path) => {
          const answer = await site.get(`${path}/${end}`)
          return {
            status: answer.status,
            type: answer.headers.get('content-type'),
            text: await answer.text(),
          }
        }),
      )
      expect(answers[0]?.status).toBe(404)
      for (const answer of answers) expect(answer).toEqual(answers[0])
    }
  })

  it('ends the streams it has', async () => {
    const page = await open()
    await unpublish(piece)
    await page.ended
    expect((await open()).status).toBe(404)
  })
})

describe('what nobody let stand', () => {
  it('is in no byte of any stream or poll, and changes none of them', async () => {
    const mark = 'heron-canary-7f3'
    const page = await open()
    const polls: string[] = []
    const poll = async (): Promise<void> => {
      polls.push(await (await site.get(`${piece.path}/live.json`)).text())
    }
    const shown = await approved()
    await page.next(({ event }) => event === 'appeared')
    const told = page.bytes()
    await poll()
    for (const to of [undefined, shown]) {
      for (const then of [undefined, 'reject', 'spam'] as const) {
        const words = {
          name: `${mark} ${then ?? 'waiting'}`,
          body: `${mark}, ${then ?? 'waiting'}, ${to ?? 'root'}.`,
        }
        const hidden = await aComment(site.stet, {
          ...{ under: piece.slug, ...words },
          ...(to === undefined ? {} : { to }),
          ...(then === undefined ? {} : { then }),
        })
        await site.drain()
        if (then === undefined) {
          const { version } = (await site.ports.commentStore.find(hidden.commentId))?.comment ?? {
            version: 0,
          }
          const { commentId } = hidden
          await must('withdraw', site.stet.comments.withdraw(hidden.author, { commentId, version }))
          await site.drain()
        }
        await poll()
        expect(page.bytes()).not.toContain(hidden.commentId)
      }
    }
    expect(page.bytes()).toBe(told)
    expect(new Set(polls).size).toBe(1)
    // A newcomer hears no more than they would have without it.
    const late = await open()
    expect(late.events()).toMatchObject([
      { event: 'hello', id: page.events().at(-1)?.id, data: { count: 1 } },
    ])
    for (const text of [...polls, page.bytes(), late.bytes()]) expect(text).not.toContain(mark)
  })
})
