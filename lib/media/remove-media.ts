import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { mayAddPicture } from './add-picture'
import { NO_SUCH_PICTURE } from './describe-media'
import { Unavailable } from '../kernel/unavailable'

export const removeMediaInput = z.strictObject({ name: z.string().max(100) })

const IN_USE =
  'This picture is shown by a piece, so it stays. Take it out of the draft and of what is published first; the trash counts, too.'

const IS_LOGO =
  'This picture is the logo of the publication, so it stays. Choose another in the settings first.'

/** Deletes a picture that no piece shows: its row first, so that nothing is sent that is half gone. */
export const removeMedia = async (
  { mediaStore, mediaFiles, settingsStore }: Pick<Ports, 'mediaStore' | 'mediaFiles' | 'settingsStore'>,
  actor: Actor,
  { name }: z.infer<typeof removeMediaInput>,
): Promise<Result<void>> => {
  const allowed = mayAddPicture(actor)
  if (!allowed.ok) return allowed
  if (!can(actor, 'remove.media')) return fail('forbidden', 'Only editors can delete pictures.')
  const { logo, logoDark } = (await settingsStore.read()).settings
  if (name === logo || name === logoDark) return fail('conflict', IS_LOGO)
  const audit = { actor, action: 'remove.media', subject: `media:${name}`, detail: {} }
  const outcome = await mediaStore.remove(name, audit)
  if (outcome === 'in-use') return fail('conflict', IN_USE)
  if (outcome === 'missing') return fail('not-found', NO_SUCH_PICTURE)
  try {
    await mediaFiles.removeAll(name)
  } catch (error) {
    // Nobody is sent them any more; a store that does not answer keeps a few files that nothing names.
    if (!(error instanceof Unavailable)) throw error
  }
  return ok(undefined)
}
