import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { upload } from '../media/upload'
import { figureNode, pictureQuestion } from './figures'
import { putBlock } from './inserts'
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

interface Described {
  readonly src: string
  readonly answers: Answers
}

/** One file to the library, and what is said of it; null when it was not taken or not wanted. */
const describe = async (
  file: File,
  place: string,
  one: boolean,
  { ask, say, onProgress }: Deps,
): Promise<Described | null> => {
  const outcome = await upload(file, (share) => onProgress({ name: file.name, share }))
  onProgress(null)
  if (!outcome.ok) {
    say(`${file.name}: ${outcome.message}`)
    return null
  }
  const { address, alt, caption, credit, focus } = outcome.picture
  const question = pictureQuestion(
    { src: address, alt, decorative: false, credit, caption, width: one ? 'column' : null, focus },
    place,
    'Put it into the text',
  )
  const answers = await ask(question)
  if (answers === null || answers === 'other') {
    say(`${file.name} stays in the media library.`)
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

/** Uploads pictures one after the other, asks what they show, and puts them in: several together as a gallery if so wished. */
export const insertPictures = async (
  editor: Editor,
  files: readonly File[],
  { at, asGallery = false }: { at?: number; asGallery?: boolean },
  deps: Deps,
): Promise<void> => {
  const place = followed(editor, at ?? editor.state.selection.from)
  const figures: Node[] = []
  try {
    for (const [index, file] of files.entries()) {
      const title = files.length === 1 ? 'Picture' : `Picture ${index + 1} of ${files.length}`
      const described = await describe(file, title, !asGallery, deps)
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
