import { inProcessBus } from '../../../lib/adapters/in-process-bus'
import { withdrawComment } from '../../../lib/comments/withdraw-comment'
import type { Article } from '../../../lib/articles/article'
import type { Judgement } from '../../../lib/comments/judge'
import type { Actor } from '../../../lib/kernel/actor'
import { drainOutbox } from '../../../lib/outbox/run-outbox'
import { LiveHub } from '../../../lib/realtime/live-hub'
import type { LiveReader } from '../../../lib/realtime/live-reader'
import { must } from '../../support/builders/must'
import { conversation, decideOn, person, post, publicPiece, stored } from '../../support/conversation'
import { type HeardEvent, parseEvents } from '../../support/live-page'
import { memoryPorts } from '../../support/memory/memory-ports'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** An open page that remembers every byte. */
export class Page implements LiveReader {
  gone = false
  text = ''

  constructor(readonly id: string) {}

  send(bytes: Uint8Array): void {
    this.text += Buffer.from(bytes).toString()
  }

  close(): void {
    this.gone = true
  }

  /** What it was told since it was asked last, pings left out. */
  news(): readonly HeardEvent[] {
    const heard = parseEvents(this.text)
    this.text = ''
    return heard
  }
}

/** A public piece, a moderator, and pages open on it, over stores in memory. */
export const openPages = async () => {
  const deps = conversation(memoryPorts())
  const bus = inProcessBus()
  const hub = new LiveHub({ ...deps, neighbours: bus, log: quiet })
  bus.subscribe((effect) => hub.hear(effect))
  const moderator = await person(deps, 'editor', 'Ada')
  const piece = await publicPiece(deps, moderator)

  const drain = async (): Promise<void> => {
    await drainOutbox({ ...deps, bus, log: quiet })
    await hub.settled()
  }
  return {
    deps,
    bus,
    hub,
    moderator,
    piece,
    /** Carries out what was caused, and waits until everybody has been told. */
    drain,
    /** A second passes. */
    tick: async (): Promise<void> => {
      deps.clock.advance(1_000)
      hub.tick()
      await hub.settled()
    },
    open: async ({ last = null, on = piece }: { last?: string | null; on?: Article } = {}): Promise<Page> => {
      const page = new Page(deps.ids.random())
      await hub.join(on.id, page, last)
      return page
    },
    leave: (page: Page): void => {
      page.gone = true
      hub.leave(piece.id, page)
    },
    write: (to?: string, body?: string) =>
      post(deps, {
        slug: piece.slug,
        ...(to === undefined ? {} : { parentId: to }),
        ...(body === undefined ? {} : { body, name: body }),
      }),
    decide: async (commentId: string, move: Judgement): Promise<string> => {
      const decisionId = await decideOn(deps, moderator, commentId, move)
      await drain()
      return decisionId
    },
    withdraw: async (commentId: string, author: Actor): Promise<void> => {
      const { comment } = await stored(deps, commentId)
      await must('withdraw', withdrawComment(deps, author, { commentId, version: comment.version }))
      await drain()
    },
  }
}

/** What pages were told, without ids of events. */
export const plain = (news: readonly { event: string; data: unknown }[]) =>
  news.map(({ event, data }) => ({ event, data }))
