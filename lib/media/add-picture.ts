import type { Actor } from '../kernel/actor'
import { canonicalText, cutText } from '../kernel/canonical-text'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { variantFile } from './media-address'
import { Unavailable } from '../kernel/unavailable'
import type { Media } from './media-store'
import type { MadePicture } from './picture-maker'

/** A file that was received whole, in a folder of its own that its receiver empties. */
export interface Received {
  readonly path: string
  readonly folder: string
  readonly fileName: string
  /** SHA-256 of its bytes, hexadecimal. */
  readonly digest: string
}

export type AddPictureDeps = Pick<Ports, 'mediaStore' | 'mediaFiles' | 'pictureMaker' | 'secrets' | 'clock'>

const NAME_BYTES = 13

/** The same bytes have the same name, and nobody without our secret can tell which. */
const nameOf = ({ secrets }: Pick<Ports, 'secrets'>, digest: string): string =>
  Buffer.from(secrets.mac('media', digest), 'base64url').subarray(0, NAME_BYTES).toString('hex')

/** For people: the last part of whatever path a browser sent. */
const plainName = (raw: string): string =>
  cutText(canonicalText(raw.split(/[\\/]/).at(-1) ?? '', { singleLine: true }), { max: 100 }) || 'picture'

const aMedia = (
  { clock }: AddPictureDeps,
  name: string,
  { width, height, colour, widths, files }: MadePicture,
  facts: Pick<Media, 'fileName' | 'uploadedById'>,
): Media => ({
  ...{ name, width, height, colour, widths, ...facts },
  ...{ alt: '', caption: '', credit: '', focus: '', createdAt: clock.now() },
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
})

const NO_STORE =
  'The place where pictures are kept does not answer, so this one was not added. Nothing else was changed: please try again in a moment.'

/** Puts every size into the library. What was put before it failed is put again by the next try. */
const keep = async (
  { mediaFiles }: AddPictureDeps,
  name: string,
  { files }: MadePicture,
): Promise<Result<void>> => {
  try {
    for (const { path, width, format } of files) await mediaFiles.put(variantFile(name, width, format), path)
    return ok(undefined)
  } catch (error) {
    if (error instanceof Unavailable) return fail('unavailable', NO_STORE, { retryAfter: 30 })
    throw error
  }
}

/** May this person add pictures? Asked before a byte is received. */
export const mayAddPicture = (actor: Actor): Result<void> => {
  if (actor.kind !== 'user') return fail('unauthenticated', 'Please sign in first.')
  return can(actor, 'open.studio')
    ? ok(undefined)
    : fail('forbidden', 'The studio is for writers and editors.')
}

/**
 * Adds a picture to the library: drawn anew in every size, files first, its row last, so that a row always has its
 * files. The same file again is the same picture.
 */
export const addPicture = async (
  deps: AddPictureDeps,
  actor: Actor,
  received: Received,
): Promise<Result<Media>> => {
  const allowed = mayAddPicture(actor)
  if (!allowed.ok) return allowed
  if (actor.kind !== 'user') throw new Error('Only people add pictures.')
  const name = nameOf(deps, received.digest)
  const known = await deps.mediaStore.find(name)
  if (known) return ok(known)
  const made = await deps.pictureMaker.make(received.path, received.folder)
  if (!made.ok) return made
  const kept = await keep(deps, name, made.value)
  if (!kept.ok) return kept
  const fileName = plainName(received.fileName)
  const media = aMedia(deps, name, made.value, { fileName, uploadedById: actor.userId })
  await deps.mediaStore.insert(media, {
    ...{ actor, action: 'add.media', subject: `media:${name}` },
    detail: { bytes: media.bytes, width: media.width, height: media.height },
  })
  return ok((await deps.mediaStore.find(name)) ?? media)
}
