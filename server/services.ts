import type { Runtime } from '../lib/http/runtime'
import type { FinishedPage } from '../lib/press/finished-page'
import type { Live } from './live/live'
import type { AskNext } from './next/ask-next'
import type { Maintenance } from './process/maintenance'
import type { PagePress } from './press/page-press'
import type { ReaderPages } from './render/reader-pages'
import type { ThreadHtml } from './render/thread-html'
import type { Uploads } from './media/uploads'
import type { MissedLog } from './answer/missed-log'
import type { StaticFiles } from './answer/static-files'
import type { PageStyles } from './styles/page-styles'

/** What the handlers of the server work with; tests pass their own Next. */
export interface Services extends Pick<Runtime, 'stet' | 'env' | 'log'> {
  /** Pages of staff and members, and the handlers in app/api: behind the server, the only way to Next. */
  readonly askNext: AskNext
  readonly staticFiles: StaticFiles
  /** The style sheet of public pages, in the owner's theme. */
  readonly styles: PageStyles
  /** Files on their way into the media library. */
  readonly uploads: Uploads
  /** What readers ask for in vain. */
  readonly missed: MissedLog
  /** Pages of the reader's side, made without Next. */
  readonly pages: ReaderPages
  readonly threadHtml: ThreadHtml
  readonly live: Live
  /** What readers are served from. */
  readonly press: PagePress
  /** Whether readers are asked to come back later. */
  readonly maintenance: Pick<Maintenance, 'isOver' | 'isOn'>
  /** Whether the database answers with the schema of this build. */
  isReady(): Promise<boolean>
  /** The page for "something broke", rendered at the start; null until then. */
  brokenPage(): FinishedPage | null
  /** The page for "the database does not answer", rendered at the start; null until then. */
  maintenancePage(): FinishedPage | null
  /** The disk is full and staff need room to delete something. */
  freeReserve(): void
  /** An error nobody expected: logged. */
  report(error: unknown, facts: Readonly<Record<string, unknown>>): void
}
