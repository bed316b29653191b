import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Stet } from '../../lib/compose'
import type { SignedIn } from '../../lib/kernel/actor'
import { picturePath } from '../../lib/media/media-address'
import { must } from '../../tests/support/builders/must'
import { DRAWINGS, type Drawing } from './content/drawings'

/** Puts a drawing into the media library, as if somebody had uploaded it; its address there. */
export const drawCover = async (stet: Stet, by: SignedIn, drawing: Drawing): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-demo-'))
  try {
    const png = await sharp(Buffer.from(DRAWINGS[drawing])).png().toBuffer()
    const path = join(folder, 'picture')
    await writeFile(path, png)
    const digest = createHash('sha256').update(png).digest('hex')
    const received = { path, folder, fileName: `${drawing}.png`, digest }
    return picturePath((await must('add a picture', stet.media.add(by, received))).name)
  } finally {
    await rm(folder, { recursive: true })
  }
}
