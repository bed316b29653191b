import { describe, expect, it } from 'vitest'
import { inProcessBus } from '../../../lib/adapters/in-process-bus'
import type { SignedIn } from '../../../lib/kernel/actor'
import { drainOutbox } from '../../../lib/outbox/run-outbox'
import { type DeskReader, DeskHub } from '../../../lib/realtime/desk/desk-hub'
import { claimCards } from '../../../lib/realtime/desk/claim-cards'
import type { NeighbourMessage, Neighbours } from '../../../lib/realtime/neighbours'
import { conversation, decideOn, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'
import { Page } from './open-pages'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

class Window extends Page implements DeskReader {
  may = true

  constructor(
    id: string,
    readonly who: SignedIn,
  ) {
    super(id)
  }

  stillMay = async (): Promise<boolean> => this.may

  /** Who has what in hand, as it was told last. */
  people(): unknown {
    const told = this.news().filter(({ event }) => event === 'here' || event === 'hello')
    return told.at(-1)?.data.people
  }
}

/** Two instances on one wire: what one tells, the other hears. */
const wire = (): readonly [Neighbours, Neighbours] => {
  const ears: ((message: NeighbourMessage, from: string) => void)[] = []
  const end = (me: number, other: number): Neighbours => ({
    tell: (message) => ears[other]?.(message, `instance ${me}`),
    hear: (listener) => {
      ears[me] = listener
      return () => {}
    },
  })
  return [end(0, 1), end(1, 0)]
}

const desks = async (neighbours?: Neighbours) => {
  const deps = conversation(memoryPorts())
  const bus = inProcessBus()
  const hub = new DeskHub({ ...deps, neighbours: neighbours ?? bus, log: quiet })
  bus.subscribe((effect) => hub.hear(effect))
  const [ada, ben] = [await person(deps, 'moderator', 'Ada'), await person(deps, 'editor', 'Ben')]
  const piece = await publicPiece(deps, ben)
  const open = async (who: SignedIn, since = deps.clock.now()): Promise<Window> => {
    const window = new Window(deps.ids.random(), who)
    await hub.join(window, since)
    return window
  }
  return {
    ...{ deps, hub, ada, ben, open },
    write: () => post(deps, { slug: piece.slug }),
    drain: async (): Promise<void> => {
      await drainOutbox({ ...deps, bus, log: quiet })
      await hub.settled()
    },
    claim: ({ id, who }: Window, ...cards: string[]) =>
      claimCards({ desk: hub }, who, { stream: id, cards: cards.join(',') }),
  }
}

describe('the desk of several moderators', () => {
  it('says who is here and what they have in hand; what one holds the other cannot take', async () => {
    const { deps, ada, ben, open, claim } = await desks()
    const [one, two, three] = [deps.ids.random(), deps.ids.random(), deps.ids.random()]
    const [hers, his] = [await open(ada), await open(ben)]
    await claim(hers, one, two)
    await claim(his, two, three)
    expect(his.people()).toEqual([
      { userId: ada.userId, name: 'Ada', cards: [one, two] },
      { userId: ben.userId, name: 'Ben', cards: [three] },
    ])
    await claim(hers)
    await claim(his, two, three)
    expect(hers.people()).toEqual([
      { userId: ada.userId, name: 'Ada', cards: [] },
      { userId: ben.userId, name: 'Ben', cards: [two, three] },
    ])
  })

  it('lets go of a card left behind only when what was decided about it is known everywhere', async () => {
    const { deps, hub, ada, open, claim } = await desks()
    const [one, two] = [deps.ids.random(), deps.ids.random()]
    const hers = await open(ada)
    await claim(hers, one)
    await claim(hers, two)
    expect([hub.holder(one)?.name, hub.holder(two)?.name]).toEqual(['Ada', 'Ada'])
    deps.clock.advance(5_000)
    hub.tick()
    expect([hub.holder(one), hub.holder(two)?.name]).toEqual([null, 'Ada'])
  })

  it('gives a card back when its lease ends, and forgets who left without any', async () => {
    const { deps, hub, ada, ben, open, claim } = await desks()
    const card = deps.ids.random()
    const [hers, his] = [await open(ada), await open(ben)]
    await claim(hers, card)
    hub.leave(hers)
    expect(his.people()).toContainEqual({ userId: ada.userId, name: 'Ada', cards: [card] })
    deps.clock.advance(60_001)
    hub.tick()
    expect(his.people()).toEqual([{ userId: ben.userId, name: 'Ben', cards: [] }])
    expect(hub.holder(card)).toBeNull()
  })

  it('refuses readers, and cards that are none', async () => {
    const { deps, hub, ada, open } = await desks()
    const { id: stream } = await open(ada)
    const member = await person(deps, 'member', 'Mo')
    for (const actor of [member, await person(deps, 'writer', 'Wu'), { kind: 'anonymous' } as const]) {
      const refused = await claimCards({ desk: hub }, actor, { stream, cards: deps.ids.random() })
      expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
    const many = Array.from({ length: 61 }, () => deps.ids.random()).join(',')
    for (const cards of ['x', ',', many]) {
      expect(await claimCards({ desk: hub }, ada, { stream, cards })).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      })
    }
  })

  it('lets nobody speak for the window of another', async () => {
    const { deps, hub, ada, ben, open } = await desks()
    const hers = await open(ada)
    const card = deps.ids.random()
    await claimCards({ desk: hub }, ben, { stream: hers.id, cards: card })
    expect(hub.holder(card)).toBeNull()
  })

  it('tells every window what was decided, by whom, with the numbers since', async () => {
    const { deps, ada, ben, open, write, drain } = await desks()
    const { commentId } = await write()
    await drain()
    const [hers, his] = [await open(ada), await open(ben)]
    hers.news()
    await decideOn(deps, ben, commentId, 'approve')
    await drain()
    const by = { userId: ben.userId, name: 'Ben' }
    const counts = { waiting: 0, reported: 0, spam: 0, approved: 1, rejected: 0, all: 1 }
    for (const window of [hers, his]) {
      expect(window.news().at(-1)).toMatchObject({
        event: 'changed',
        data: { comments: [{ commentId, version: 2, waits: false, by, move: 'approve' }], counts },
      })
    }
  })

  it('tells a page what happened between its making and its first word, or to ask again', async () => {
    const { deps, hub, ada, ben, open, write, drain } = await desks()
    const { commentId } = await write()
    await open(ada)
    const made = deps.clock.now()
    await decideOn(deps, ada, commentId, 'reject')
    await drain()
    const his = await open(ben, made)
    expect(his.news().map(({ event }) => event)).toContain('changed')
    hub.reset()
    const late = await open(ben, made - 1)
    expect(late.news().map(({ event }) => event)).toContain('reset')
  })

  it('closes within a minute on whoever is no moderator any more', async () => {
    const { deps, hub, ada, ben, open } = await desks()
    const [hers, his] = [await open(ada), await open(ben)]
    hers.may = false
    deps.clock.advance(60_000)
    hub.tick()
    await hub.settled()
    await Promise.resolve()
    expect([hers.gone, his.gone]).toEqual([true, false])
  })

  it('knows what is in hand at another instance; of two that took a card at once the earlier keeps it', async () => {
    const [left, right] = wire()
    const [here, there] = [await desks(left), await desks(right)]
    const card = here.deps.ids.random()
    const [hers, his] = [await here.open(here.ada), await there.open(there.ben)]
    await here.claim(hers, card)
    await there.claim(his, card)
    expect([here.hub.holder(card)?.name, there.hub.holder(card)?.name]).toEqual(['Ada', 'Ada'])
    here.hub.leave(hers)
    there.deps.clock.advance(60_001)
    there.hub.tick()
    await there.claim(his, card)
    expect(there.hub.holder(card)?.name).toBe('Ben')
  })
})
