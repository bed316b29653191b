import { picturePath, pictureName } from '../media/media-address'
import type { Ports } from '../ports'
import { piecePath } from './article-path'
import type { Doc } from './document/document'
import { piecesLinkedIn } from './document/links-in'
import { picturesOf } from './document/pictures-of'
import type { DocumentFacts } from './document/rendering'

/** Links to more pieces than that lead on from their own address. */
const MOST_PIECES = 200

/** What a document says only by name: sizes of the pictures it shows, addresses of the public pieces it links to. */
export const lookUpFacts = async (
  { mediaStore, articleReader, clock }: Pick<Ports, 'mediaStore' | 'articleReader' | 'clock'>,
  doc: Doc,
): Promise<DocumentFacts> => {
  const names = picturesOf(doc).flatMap((src) => pictureName(src) ?? [])
  const linked = piecesLinkedIn(doc).slice(0, MOST_PIECES)
  const [pictures, pieces] = await Promise.all([
    mediaStore.pictures(names),
    articleReader.readAll(linked, clock.now()),
  ])
  return {
    pictures: new Map(pictures.map((picture) => [picturePath(picture.name), picture])),
    pieces: new Map(pieces.map((piece) => [piece.id, piecePath(piece)])),
  }
}
