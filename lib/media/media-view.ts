import type { Actor } from '../kernel/actor'
import { can } from '../policy/policy'
import { picturePath } from './media-address'
import type { Media, MediaUse } from './media-store'
import { type PictureSources, pictureSources } from './picture-sources'

/** A picture as the studio shows it; made only here. */
export interface MediaView extends PictureSources {
  readonly name: string
  /** How documents name it: site-relative. */
  readonly address: string
  readonly fileName: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly colour: string
  readonly bytes: number
  readonly alt: string
  readonly caption: string
  readonly credit: string
  readonly focus: string
  /** ISO 8601. */
  readonly createdAt: string
  /** Pieces that show it and that this person may open. */
  readonly uses: readonly MediaUse[]
  /** Pieces of others. */
  readonly otherUses: number
  readonly abilities: { readonly remove: boolean }
}

/** Whether this person may open every piece. */
const seesAll = (actor: Actor): boolean => can(actor, 'edit.article', { createdById: '', bylineIds: [] })

/** As the library shows it to this person: pieces they may not open are only counted. */
export const presentMedia = (media: Media, uses: readonly MediaUse[], actor: Actor): MediaView => {
  const { name, fileName, width, height, colour, bytes, alt, caption, credit, focus, createdAt } = media
  const seen = seesAll(actor) ? uses : []
  return {
    ...pictureSources(media),
    ...{
      name,
      address: picturePath(name),
      fileName,
      width,
      height,
      colour,
      bytes,
      alt,
      caption,
      credit,
      focus,
    },
    createdAt: new Date(createdAt).toISOString(),
    uses: seen,
    otherUses: uses.length - seen.length,
    abilities: { remove: uses.length === 0 && can(actor, 'remove.media') },
  }
}
