import { inProcessBus } from '../../lib/adapters/in-process-bus'
import { type Stet, compose } from '../../lib/compose'
import { ANONYMOUS, type Actor } from '../../lib/kernel/actor'
import type { ClientFacts } from '../../lib/kernel/client-facts'
import type { Log } from '../../lib/kernel/log'
import type { Delivery, Letter, Mailer } from '../../lib/notifications/mailer'
import { sendMails } from '../../lib/notifications/send-mails'
import { drainOutbox } from '../../lib/outbox/run-outbox'
import { aClient } from './builders/a-client'
import { must } from './builders/must'
import { type MemoryPorts, memoryPorts } from './memory/memory-ports'

export const ORIGIN = 'https://paper.example'

/** A post office that keeps what it is given, and answers as it is told. */
export class FakeMailer implements Mailer {
  readonly origin = ORIGIN
  readonly letters: Letter[] = []
  answer: (letter: Letter) => Delivery = () => ({ kind: 'sent' })

  async send(letter: Letter): Promise<Delivery> {
    const delivery = this.answer(letter)
    if (delivery.kind === 'sent') this.letters.push(letter)
    return delivery
  }
}

export interface Wished {
  readonly under: string
  readonly to?: string
  readonly by?: Actor
  readonly email?: string
  readonly name?: string
  readonly body?: string
  readonly tellApproved?: boolean
  readonly tellReplies?: boolean
  readonly client?: ClientFacts
}

export interface MailStage {
  readonly stet: Stet
  readonly ports: MemoryPorts
  readonly mailer: FakeMailer
  /** What the workers wrote into the log. */
  readonly said: unknown[]
  post(wished: Wished): Promise<{ readonly commentId: string; readonly author: Actor }>
  /** Carries out effects, sends what is due, and gives the letters of this round. */
  round(): Promise<readonly Letter[]>
  /** The path of the one address in this letter that begins so. */
  linkIn(letter: Letter | undefined, begin: string): string
}

/** The house with mail set up, over stores in memory and a pinned clock. */
export const mailStage = (mailer = new FakeMailer()): MailStage => {
  const ports: MemoryPorts = { ...memoryPorts(), mailer }
  const stet = compose(ports)
  const said: unknown[] = []
  const keep = (facts: unknown, message: unknown): void => void said.push([facts, message])
  const log: Log = { info: () => {}, warn: keep, error: keep }
  return {
    ...{ stet, ports, mailer, said },
    post: async ({ under, to, by = ANONYMOUS, client = aClient(), body, ...typed }) => {
      const input = {
        ...{ slug: under, body: body ?? `Words ${ports.ids.random()}.`, anyway: true, ...typed },
        ...(to === undefined ? {} : { parentId: to }),
      }
      const { receipt, guestSecret } = await must('post', stet.comments.submit(by, input, client))
      const guest = guestSecret === null ? null : await stet.accounts.findGuest(guestSecret)
      return { commentId: receipt.commentId, author: guest ?? by }
    },
    round: async () => {
      const before = mailer.letters.length
      await drainOutbox({ ...ports, bus: inProcessBus(), log, once: stet.mail.carry })
      await sendMails({ ...ports, log })
      return mailer.letters.slice(before)
    },
    linkIn: (letter, begin) => {
      const [path, ...more] = (letter?.text ?? '')
        .split('\n')
        .filter((line) => line.startsWith(ORIGIN + begin))
        .map((line) => line.slice(ORIGIN.length))
      if (path === undefined || more.length > 0) throw new Error(`Not one link to ${begin}: ${letter?.text}`)
      return path
    },
  }
}

/** The fields of a link's query. */
export const fieldsOf = (path: string): Record<string, string> =>
  Object.fromEntries(new URL(path, ORIGIN).searchParams)
