import { type House, openHouse } from '../../server/process/open-house'
import { migrate } from '../../lib/db/migrate'
import { printSessionToken } from '../../lib/auth/session-token'
import { cookieName } from '../../lib/auth/cookies'
import type { SignedIn } from '../../lib/kernel/actor'
import { aClient } from '../support/builders/a-client'
import { aComment } from '../support/builders/a-comment'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { must } from '../support/builders/must'
import { differently } from './differently'
import { type WaitingCard, waitingCards } from './waiting-cards'

const PARAGRAPH =
  'The harbour keeps its own time, and the clock on the customs house keeps another; people here set their watches by the ferry. '
const WAITING = 5_000
const APPROVED = 3_000
const SHOWN = 20
const PIECES = 12
const POSTERS = 16
const PASSWORD = 'ropes, knots and splices'

/** What the lines of the bench need to know of the seeded publication. */
export interface BenchPublication {
  /** Slug of the piece with twenty comments that readers see. */
  readonly readSlug: string
  /** Slug of the piece that posters write under. */
  readonly postSlug: string
  /** `Cookie` header of a signed-in moderator. */
  readonly moderatorCookie: string
  readonly moderator: SignedIn
  /** Comments to approve over HTTP: more than can be approved while measuring. */
  readonly waiting: readonly WaitingCard[]
  /** `Cookie` headers of guests who wrote before. */
  readonly guestCookies: readonly string[]
}

/** Opens the database in a data folder, migrated, without limits. */
export const openBenchHouse = async (dataDir: string, root: string): Promise<House> => {
  const databaseUrl = `file:${dataDir}/stet.db`
  await migrate({ url: databaseUrl, root })
  return openHouse({ dataDir, databaseUrl, rateLimits: false }, (error) => {
    throw error
  })
}

/** Twelve pieces, twenty comments shown under the first, five thousand waiting under the others. */
export const seedPublication = async (house: House): Promise<BenchPublication> => {
  const { stet } = house
  const slugs: string[] = []
  for (let i = 0; i < PIECES; i += 1) {
    const text = Array.from({ length: 12 }, () => PARAGRAPH.repeat(4)).join('\n\n')
    slugs.push((await aPiece(stet, { title: `Harbour notes, part ${i + 1}`, dek: PARAGRAPH, text })).slug)
  }
  const [readSlug = '', postSlug = '', ...others] = slugs
  for (let i = 0; i < SHOWN; i += 1) {
    await aComment(stet, {
      under: readSlug,
      name: `Reader ${i}`,
      body: `${i}. ${PARAGRAPH}`,
      then: 'approve',
    })
  }
  const guestCookies: string[] = []
  for (let i = 0; i < POSTERS; i += 1) {
    const { guestSecret } = await aComment(stet, {
      under: postSlug,
      body: `A first word, ${i}. ${PARAGRAPH}`,
    })
    guestCookies.push(`${cookieName('guest', false)}=${guestSecret ?? ''}`)
  }
  for (let i = 0; i < WAITING - POSTERS; i += 1) {
    const under = others[i % others.length] ?? postSlug
    await aComment(stet, {
      under,
      name: `Reader ${i}`,
      body: differently('Waiting', i),
      client: aClient(i % 250),
    })
  }
  const moderator = await aUser(stet, { role: 'moderator', email: 'desk@pencil.example', password: PASSWORD })
  const form = { email: 'desk@pencil.example', password: PASSWORD }
  const { sessionId } = await must('sign in', stet.accounts.signIn(form, aClient()))
  const token = await printSessionToken(stet.ports.secrets, sessionId)
  const waiting = await waitingCards(house, moderator, APPROVED)
  return {
    readSlug,
    postSlug,
    moderator,
    waiting,
    moderatorCookie: `${cookieName('session', false)}=${token}`,
    guestCookies,
  }
}
