import type { Actor } from '../kernel/actor'
import { type Result, ok } from '../kernel/result'
import { type AddPictureDeps, type Received, addPicture } from './add-picture'
import { type MediaView, presentMedia } from './media-view'

/** Adds a picture, and shows it as the library does. */
export const addPictureView = async (
  deps: AddPictureDeps,
  actor: Actor,
  received: Received,
): Promise<Result<MediaView>> => {
  const added = await addPicture(deps, actor, received)
  if (!added.ok) return added
  const { name } = added.value
  const uses = await deps.mediaStore.usesOf([name])
  return ok(presentMedia(added.value, uses.get(name) ?? [], actor))
}
