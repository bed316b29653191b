import type { ReactNode } from 'react'
import type { HeadFacts } from '../../components/reader/head-facts'
import type { FormTrouble } from '../../components/reader/trouble'
import type { Stet } from '../../lib/compose'
import type { Actor } from '../../lib/kernel/actor'
import type { ClientFacts } from '../../lib/kernel/client-facts'
import type { SiteSettings } from '../../lib/settings/site-settings'

/** What the address of a page asks for, and whom to ask for it. */
export interface Asked {
  readonly stet: Stet
  /** The publication's settings as they are now. */
  readonly site: SiteSettings
  /** Scheme, host and port that readers come by, without a slash at the end. */
  readonly origin: string
  /** A named segment, decoded; '' when there is none of that name. */
  param(name: string): string
  /** A query field given exactly once, else null. Unknown fields are ignored. */
  query(name: string): string | null
}

/** … and who asks. */
export interface Visit extends Asked {
  readonly client: ClientFacts
  actor(): Promise<Actor>
  /** The refused post that this page is rendered for, if it is. */
  readonly trouble: FormTrouble | null
}

/** What a page of readers is made of. */
export interface PageView {
  /** Left out: 200. */
  readonly status?: number
  /** Whole seconds after which asking again makes sense, where it does not now. */
  readonly retryAfter?: number
  readonly head: HeadFacts
  /** Its own address, for the links that lead to it; left out where it has none. */
  readonly path?: string
  /** Whether it is the front page, under the large nameplate. */
  readonly front?: boolean
  /** Whether readers can go nowhere from here: of the links only the staff's door is shown. */
  readonly closed?: boolean
  /** What stands between masthead and footer. It must render to a string: no state, no effects, no asynchronous component. */
  readonly body: ReactNode
}

/** Made of public data alone, so that its bytes can be kept: it cannot ask who is looking. */
export type PublicPage = (asked: Asked) => Promise<PageView>

/** A page for one visitor, kept by nobody. */
export type PersonalPage = (visit: Visit) => Promise<PageView>

/** Shown when nothing else can be: it asks nobody anything, and stands on an empty sheet. */
export type BarePage = Pick<PageView, 'head' | 'body'>
