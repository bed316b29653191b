import { headers } from 'next/headers'
import { readActor } from '../auth/read-actor'
import type { Stet } from '../compose'
import type { Actor } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import { PATH_HEADER, clientFacts } from './client-facts'
import { runtime } from './runtime'

/** Somebody who looks at a page made for them. */
export interface Visitor {
  readonly stet: Stet
  readonly actor: Actor
  readonly client: ClientFacts
  /** Site-relative address they asked for, query included. */
  readonly path: string
}

/** Who is looking at the page being rendered. Makes the page dynamic; never call it on a page for everybody. */
export const visitor = async (): Promise<Visitor> => {
  const incoming = await headers()
  const house = runtime()
  const { actor } = await readActor(house, incoming.get('cookie'))
  return { stet: house.stet, actor, client: clientFacts(incoming), path: incoming.get(PATH_HEADER) ?? '/' }
}
