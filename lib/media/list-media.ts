import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { type Page, parseCursor, printCursor } from '../kernel/paging'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { mayAddPicture } from './add-picture'
import { type MediaView, presentMedia } from './media-view'

export const listMediaInput = z.strictObject({ after: z.string().max(100).optional() })

const PAGE = 24

/** The media library, newest first. */
export const listMedia = async (
  { mediaStore }: Pick<Ports, 'mediaStore'>,
  actor: Actor,
  { after = '' }: z.infer<typeof listMediaInput>,
): Promise<Result<Page<MediaView>>> => {
  const allowed = mayAddPicture(actor)
  if (!allowed.ok) return allowed
  const cursor = after === '' ? null : parseCursor(after)
  if (after !== '' && !cursor)
    return fail('invalid', 'This address of a page is incomplete. Go back to the first page.')
  const found = await mediaStore.list(cursor, PAGE)
  const items = found.slice(0, PAGE)
  const uses = await mediaStore.usesOf(items.map(({ name }) => name))
  const last = items.at(-1)
  return ok({
    items: items.map((media) => presentMedia(media, uses.get(media.name) ?? [], actor)),
    next: found.length > PAGE && last ? printCursor({ at: last.createdAt, id: last.name }) : null,
  })
}
