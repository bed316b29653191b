import type { Instant } from '../../lib/kernel/clock'
import { finishPage } from '../../lib/press/finished-page'
import type { Tag } from '../../lib/press/tags'
import type { Exchange, Handler, Params } from '../exchange'
import { pressed } from '../press/pressed'
import type { Services } from '../services'

/** A file that is the same for everybody. Whatever it tells must be in `depends` (lib/press/tags.ts). */
export interface PublicText {
  /** Content type. */
  readonly type: string
  readonly body: string | Uint8Array
  readonly depends: readonly Tag[]
  /** When it becomes wrong by itself, beside the moments at which pieces appear. */
  readonly until?: Instant | null
  readonly headers?: Readonly<Record<string, string>>
}

/** The address leads elsewhere or nowhere: answered to each visitor anew. */
export type Elsewhere = (exchange: Exchange) => Promise<void>

/** Feeds, maps and the like: made of the address alone, without Next, and kept by the press. */
export const publicText = (
  services: Services,
  make: (params: Params) => Promise<PublicText | Elsewhere>,
): Handler =>
  pressed(services, {}, async (_asked, params) => {
    const made = await make(params)
    if (typeof made === 'function') return made
    const { type, body, headers, depends, until } = made
    return { page: finishPage(200, type, Buffer.from(body), headers), depends, until }
  })
