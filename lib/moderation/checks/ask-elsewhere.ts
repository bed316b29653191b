import type { Outbound, OutboundAnswer, OutboundRequest } from '../../kernel/outbound'

export type Told = Extract<OutboundAnswer, { kind: 'answered' }>

/** Thrown by a check that got no word it can use. The message is for moderators: the end of a sentence about the check. */
export class NoWord extends Error {}

const WHY = {
  failed: 'it did not answer',
  refused: 'its address may not be called',
} as const

/** What a server elsewhere says to a POST, with status 200; everything else is `NoWord`. */
export const askElsewhere = async (
  { outbound }: { readonly outbound: Outbound },
  request: Omit<OutboundRequest, 'method'>,
): Promise<Told> => {
  const told = await outbound.send({ ...request, method: 'POST' })
  if (told.kind !== 'answered') throw new NoWord(WHY[told.kind])
  if (told.status !== 200) throw new NoWord(`it answered with the error ${told.status}`)
  return told
}
