import { OF_DOCUMENTS } from '../answer/security-headers'
import { sendPage } from '../answer/send-page'
import type { StaticFile } from '../answer/static-files'
import type { Exchange } from '../exchange'

const FOR_GOOD = 'public, max-age=31536000, immutable'

/** A face can neither run nor ask for anything: what binds documents would only be bytes that first pages wait for. */
const isFace = ({ page }: StaticFile): boolean => page.contentType.startsWith('font/')

/** A file of the build or of public/. */
export const sendStatic = (exchange: Exchange, file: StaticFile): Promise<void> => {
  if (isFace(file)) for (const name of [...OF_DOCUMENTS, 'x-request-id']) exchange.res.removeHeader(name)
  return sendPage(exchange, file.page, 'public', file.immutable ? FOR_GOOD : undefined)
}
