import type { Outbound, OutboundAnswer, OutboundRequest } from '../../../lib/kernel/outbound'

const NOTHING: OutboundAnswer = { kind: 'answered', status: 204, headers: {}, text: '' }

/** Calls nobody: keeps what was asked, and answers with what the test has put in `answers`, else 204. */
export class RecordedOutbound implements Outbound {
  readonly asked: OutboundRequest[] = []
  readonly answers: OutboundAnswer[] = []

  async send(request: OutboundRequest): Promise<OutboundAnswer> {
    this.asked.push(request)
    return this.answers.shift() ?? NOTHING
  }
}
