import { sendPage } from '../answer/send-page'
import type { StaticFile } from '../answer/static-files'
import type { Exchange } from '../exchange'

const FOR_GOOD = 'public, max-age=31536000, immutable'

/** A file of the build or of public/. */
export const sendStatic = (exchange: Exchange, { page, immutable }: StaticFile): Promise<void> =>
  sendPage(exchange, page, 'public', immutable ? FOR_GOOD : undefined)
