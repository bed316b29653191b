import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { upload } from '../media/upload'
import { figureNode, pictureQuestion } from './figures'
import { putBlock } from './inserts'
import type { LibraryPicture } from './library-picture'
import type { Answers, Ask } from './questions'

export interface Uploading {
  readonly name: string
  /** 0 to 1; at 1 its sizes are being made. */
  readonly share: number
}

interface Deps {
  readonly ask: Ask
  readonly say: (words: string) => void
  readonly onProgress: (uploading: Uploading | null) => void
}

export const picturesAmong = (files: Iterable<File> | null | undefined): readonly File[] =>
  [...(files ?? [])].filter(({ type }) => type.startsWith('image/'))

/** A file of this device, or what the library has already. */
export type PictureSource = File | LibraryPicture

interface Described {
  readonly src: string
  readonly answers: Answers
}

/** A picture of the library: a file becomes one first; null when it was not taken. */
const bring = async (source: PictureSource, { say, onProgress }: Deps): Promise<LibraryPicture | null> => {
  if (!(source instanceof File)) return source
  const outcome = await upload(source, (share) => onProgress({ name: source.name, share }))
  onProgress(null)
  if (outcome.ok) return outcome.picture
  say(`${source.name}: ${outcome.message}`)
  return null
}

/** What is said of a picture in this text; null when it was not wanted. */
const describe = async (
  { address, fileName, alt, caption, credit, focus }: LibraryPicture,
  place: string,
  one: boolean,
  { ask, say }: Deps,
): Promise<Described | null> => {
  const question = pictureQuestion(
    { src: address, alt, decorative: false, credit, caption, width: one ? 'column' : null, focus },
    place,
    'Put it into the text',
  )
  const answers = await ask(question)
  if (answers === null || answers === 'other') {
    say(`${fileName} stays in the media library.`)
    return null
  }
  return { src: address, answers }
}

/** Where something is to be put, while the text around it changes. */
const followed = (editor: Editor, at: number) => {
  let here = at
  const move = ({ transaction }: { transaction: { mapping: { map(at: number): number } } }): void => {
    here = transaction.mapping.map(here)
  }
  editor.on('transaction', move)
  return { position: () => here, stop: () => editor.off('transaction', move) }
}

/** Brings pictures one after the other, asks what they show, and puts them in: several together as a gallery if so wished. */
export const insertPictures = async (
  editor: Editor,
  sources: readonly PictureSource[],
  { at, asGallery = false }: { at?: number; asGallery?: boolean },
  deps: Deps,
): Promise<void> => {
  const place = followed(editor, at ?? editor.state.selection.from)
  const figures: Node[] = []
  try {
    for (const [index, source] of sources.entries()) {
      const title = sources.length === 1 ? 'Picture' : `Picture ${index + 1} of ${sources.length}`
      const picture = await bring(source, deps)
      const described = picture && (await describe(picture, title, !asGallery, deps))
      const figure = described && figureNode(editor, described.src, described.answers)
      if (figure) figures.push(figure)
    }
  } finally {
    place.stop()
  }
  if (figures.length === 0 || editor.isDestroyed) return
  editor.commands.setTextSelection(Math.min(place.position(), editor.state.doc.content.size))
  const gallery = asGallery ? editor.schema.nodes.gallery?.create(null, figures) : null
  for (const block of gallery ? [gallery] : figures) putBlock(editor, block)
  deps.say(figures.length === 1 ? 'Picture inserted' : `${figures.length} pictures inserted`)
}
