import { Press } from '../../lib/press/press'
import type { PressedPage } from './pressed-page'
import { Spellings } from './spellings'

/** The press of this process: finished pages by their one address, and the other spellings people come by. */
export class PagePress extends Press<PressedPage> {
  readonly spellings = new Spellings()

  /** The page at an address as it came, if it is kept and true. */
  at(url: string): PressedPage | null {
    const found = this.find(url)
    if (found !== null) return found
    const address = this.spellings.addressOf(url)
    return address === undefined ? null : this.find(address)
  }
}
