import type { IncomingMessage } from 'node:http'
import { readActor } from '../../lib/auth/read-actor'
import { errorTable } from '../../lib/http/error-table'
import { jsonAnswer, noContent, seeOther } from '../../lib/http/route-answer'
import { isDiskFull } from '../../lib/http/storage-trouble'
import type { DomainError } from '../../lib/kernel/domain-error'
import { domainError } from '../../lib/kernel/domain-error'
import type { Result } from '../../lib/kernel/result'
import type { MediaView } from '../../lib/media/media-view'
import { refuse } from '../answer/plain-page'
import { DISK_FULL } from '../answer/refusals'
import { sendAnswer } from '../answer/send-answer'
import { type Exchange, type Handler, wantsHtml } from '../exchange'
import { UploadTooLarge } from '../media/at-most'
import { formFile } from '../media/form-file'
import { MOST_BYTES, type Upload } from '../media/uploads'
import { readLimited } from '../request/read-limited'
import type { Services } from '../services'

const TOO_LARGE = domainError(
  'too-large',
  'This file is larger than 40 MB. Please make the picture smaller and upload it again.',
)
const NO_FILE = domainError('invalid', 'Choose a picture first, then upload it.')
const TOO_MANY = domainError(
  'limited',
  'Twenty of your uploads are unfinished. Finish one, or wait a day until they are swept away.',
)
const NOT_FOUND = domainError('not-found', 'There is no such upload any more. Please begin again.')
const UNREADABLE = domainError(
  'invalid',
  'The upload could not be read. Please reload the page and try again.',
)
const MISPLACED = domainError(
  'conflict',
  'The upload is at another place than you think. Ask for it, and go on from there.',
)

type Deny = (exchange: Exchange, error: DomainError) => Promise<void>

const no: Deny = async (exchange: Exchange, { code, message, retryAfter }) => {
  exchange.req.resume()
  const headers = retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } }
  await refuse(exchange, { ...errorTable[code], detail: message, extra: { code }, ...headers })
}

type Signed = { readonly userId: string }

/** Asks who it is before a byte is taken, and turns what went wrong into words. */
const guarded =
  (
    services: Services,
    work: (exchange: Exchange, by: Signed, id: string) => Promise<void>,
    deny: Deny = no,
  ): Handler =>
  async (exchange, { id = '' }) => {
    const { actor } = await readActor(services, exchange.req.headers.cookie ?? null)
    const allowed = services.stet.media.mayAdd(actor)
    if (!allowed.ok) return deny(exchange, allowed.error)
    try {
      await work(exchange, { userId: actor.kind === 'user' ? actor.userId : '' }, id)
    } catch (error) {
      if (error instanceof UploadTooLarge) return deny(exchange, TOO_LARGE)
      if (!isDiskFull(error)) throw error
      services.freeReserve()
      exchange.req.resume()
      await refuse(exchange, DISK_FULL)
    }
  }

/** A file that is whole: drawn, stored, and swept away here. */
const finish = async (services: Services, { req }: Exchange, upload: Upload): Promise<Result<MediaView>> => {
  try {
    const { actor } = await readActor(services, req.headers.cookie ?? null)
    return await services.stet.media.add(actor, await services.uploads.received(upload))
  } finally {
    await services.uploads.drop(upload.id)
  }
}

/** People get the library again, with what is wrong with their file; whoever is signed out signs in first. */
const denyForm =
  (page: Handler): Deny =>
  async (exchange, error) => {
    if (!wantsHtml(exchange)) return no(exchange, error)
    exchange.req.resume()
    if (error.code === 'unauthenticated')
      return sendAnswer(exchange, seeOther('/login?next=%2Fstudio%2Fmedia'))
    const target = { ...exchange.target, search: '', query: new URLSearchParams() }
    const refused = { kind: 'refused', error, values: { upload: '' } } as const
    await page({ ...exchange, method: 'GET', target, refused }, {})
  }

/** The plain form: one file, and back to the library. `page` shows the library. */
const addByForm = (services: Services, page: Handler): Handler => {
  const deny = denyForm(page)
  return guarded(
    services,
    async (exchange, { userId }) => {
      const { req } = exchange
      if (!/^multipart\/form-data/i.test(req.headers['content-type'] ?? '')) return deny(exchange, UNREADABLE)
      const begun = await services.uploads.begin({ fileName: '', size: MOST_BYTES, userId })
      if (!begun) return deny(exchange, TOO_MANY)
      let upload: Upload = begun
      let found = false
      try {
        found = await formFile(req, MOST_BYTES, async (fileName, bytes) => {
          upload = { ...(await services.uploads.append(begun, bytes)), fileName }
        })
      } catch (error) {
        await services.uploads.drop(begun.id)
        throw error
      }
      if (!found || upload.offset === 0) {
        await services.uploads.drop(begun.id)
        return deny(exchange, NO_FILE)
      }
      const added = await finish(services, exchange, upload)
      if (!added.ok)
        return deny(exchange, {
          ...added.error,
          message: `${upload.fileName.slice(0, 200).toWellFormed()}: ${added.error.message}`,
        })
      sendAnswer(exchange, seeOther(`/studio/media?added=${added.value.name}#m-${added.value.name}`))
    },
    deny,
  )
}

/** The library's own forms (words, deleting) come to the same address: they name an action of Next's. */
export const mediaPage = (services: Services, page: Handler): Handler => {
  const add = addByForm(services, page)
  return (exchange, params) => (exchange.target.query.has('upload') ? add : page)(exchange, params)
}

const begunIn = async (
  req: IncomingMessage,
): Promise<{ readonly fileName: string; readonly size: number } | null> => {
  const body = await readLimited(req, 4_096)
  try {
    const json: unknown = JSON.parse(body?.toString('utf8') ?? '')
    const { fileName, size } = json as { fileName?: unknown; size?: unknown }
    return typeof fileName === 'string' && typeof size === 'number' && Number.isInteger(size) && size > 0
      ? { fileName: fileName.slice(0, 1_000), size }
      : null
  } catch {
    return null
  }
}

const stateOf = ({ id, offset, size }: Upload): unknown => ({ id, offset, size })

/** Step by step, for scripts: announce it, send it in parts, ask how far it came, go on. */
export const beginUpload = (services: Services): Handler =>
  guarded(services, async (exchange, { userId }) => {
    const begun = await begunIn(exchange.req)
    if (!begun) return no(exchange, UNREADABLE)
    if (begun.size > MOST_BYTES) return no(exchange, TOO_LARGE)
    const upload = await services.uploads.begin({ ...begun, userId })
    if (!upload) return no(exchange, TOO_MANY)
    sendAnswer(exchange, jsonAnswer(stateOf(upload), { status: 201 }))
  })

/** How far a file has come, for whoever goes on sending it after a break. */
export const uploadState = (services: Services): Handler =>
  guarded(services, async (exchange, { userId }, id) => {
    const upload = await services.uploads.find(id, userId)
    if (!upload) return no(exchange, NOT_FOUND)
    sendAnswer(exchange, jsonAnswer(stateOf(upload)))
  })

/** The next part, from where `Upload-Offset` says. The last one answers with the picture. */
export const continueUpload = (services: Services): Handler =>
  guarded(services, async (exchange, { userId }, id) => {
    const upload = await services.uploads.find(id, userId)
    if (!upload) return no(exchange, NOT_FOUND)
    if (String(exchange.req.headers['upload-offset']) !== String(upload.offset))
      return no(exchange, MISPLACED)
    const now = await services.uploads.append(upload, exchange.req)
    if (now.offset < now.size) return sendAnswer(exchange, jsonAnswer(stateOf(now)))
    const added = await finish(services, exchange, now)
    if (!added.ok) return no(exchange, added.error)
    sendAnswer(exchange, jsonAnswer(added.value, { status: 201 }))
  })

/** Gives up a file that was on its way. What is gone already is gone. */
export const dropUpload = (services: Services): Handler =>
  guarded(services, async (exchange, { userId }, id) => {
    if (await services.uploads.find(id, userId)) await services.uploads.drop(id)
    sendAnswer(exchange, noContent())
  })
