import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { choice, option } from './asked-fields'
import { figureNode, pictureQuestion } from './figures'
import { putBehind, putBlock } from './inserts'
import type { LibraryPicture } from './library-picture'
import { type PictureSource, bringPicture } from './picture-source'
import type { Answers, Ask } from './questions'

export interface Uploading {
  readonly name: string
  /** 0 to 1; at 1 its sizes are being made. */
  readonly share: number
  /** `2 of 5`, where there are several. */
  readonly place: string | null
  /** Null where it is too late: it will be in the library. */
  readonly stop: (() => void) | null
}

export interface PictureDeps {
  readonly ask: Ask
  readonly say: (words: string) => void
  readonly onProgress: (uploading: Uploading | null) => void
  /** One that was not taken, and why. */
  readonly onFailed: (words: string) => void
}

/** Where something is to be put, while the text around it changes. */
export interface Followed {
  position(): number
  /** From now on there. */
  move(at: number): void
  stop(): void
}

export const follow = (editor: Editor, at: number): Followed => {
  let here = at
  const moved = ({ transaction }: { transaction: { mapping: { map(at: number): number } } }): void => {
    here = transaction.mapping.map(here)
  }
  editor.on('transaction', moved)
  return {
    position: () => Math.min(here, editor.state.doc.content.size),
    move: (next) => (here = next),
    stop: () => editor.off('transaction', moved),
  }
}

const bring = async (
  source: PictureSource,
  place: string | null,
  { onProgress, onFailed }: PictureDeps,
): Promise<LibraryPicture | null> => {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  const picture = await bringPicture(source, {
    signal: stopping.signal,
    onShare: ({ name }, share) => onProgress({ name, share, place, stop: share < 1 ? stop : null }),
    onFailed: ({ name }, why) => onFailed(`${name}: ${why}`),
  })
  onProgress(null)
  return picture
}

/** What is said of a picture in this text; null when it was not wanted. */
const describe = async (
  { address, fileName, alt, caption, credit, focus }: LibraryPicture,
  { place, hasWidth }: { place: string | null; hasWidth: boolean },
  { ask, say }: PictureDeps,
): Promise<Answers | null> => {
  const question = pictureQuestion(
    { src: address, alt, decorative: false, credit, caption, width: hasWidth ? 'column' : null, focus },
    place ? `Picture ${place}` : 'Picture',
    'Put it into the text',
  )
  const answers = await ask(question)
  if (answers !== null && answers !== 'other') return answers
  say(`${fileName} stays in the media library.`)
  return null
}

/** How several pictures that were dropped stand; null when they are not wanted at all. */
export const askHowTheyStand = async (many: number, ask: Ask): Promise<'rows' | 'gallery' | null> => {
  const answer = await ask({
    title: `${many} pictures`,
    submit: 'Go on',
    fields: [
      choice('as', 'They stand', 'rows', [
        option('rows', 'One below the other'),
        option('gallery', 'Side by side, as a gallery'),
      ]),
    ],
  })
  if (answer === null || answer === 'other') return null
  return answer.as === 'gallery' ? 'gallery' : 'rows'
}

/**
 * Brings pictures one after the other, asks of each what it shows, and puts it in before the next one is brought;
 * those of a gallery all at once. What fails is named, and the others go on.
 */
export const insertPictures = async (
  editor: Editor,
  sources: readonly PictureSource[],
  { at, asGallery }: { at: Followed; asGallery: boolean },
  deps: PictureDeps,
): Promise<void> => {
  const gallery: Node[] = []
  let inserted = 0
  const put = (block: Node): void => {
    if (inserted > 0) at.move(putBehind(editor, block, at.position()))
    else {
      editor.commands.setTextSelection(at.position())
      at.move(putBlock(editor, block))
    }
    inserted += 1
  }
  for (const [index, source] of sources.entries()) {
    const place = sources.length === 1 ? null : `${index + 1} of ${sources.length}`
    const picture = await bring(source, place, deps)
    const answers = picture && (await describe(picture, { place, hasWidth: !asGallery }, deps))
    if (!answers) continue
    if (editor.isDestroyed) return
    if (!editor.isEditable) {
      deps.onFailed(`${picture.fileName} is in the media library, but this text cannot be changed just now.`)
      continue
    }
    const figure = figureNode(editor, picture.address, answers)
    if (figure && asGallery) gallery.push(figure)
    else if (figure) put(figure)
  }
  const together = gallery.length > 0 ? editor.schema.nodes.gallery?.create(null, gallery) : null
  if (together) put(together)
  const count = gallery.length || inserted
  if (count > 0) deps.say(count === 1 ? 'Picture inserted' : `${count} pictures inserted`)
}
