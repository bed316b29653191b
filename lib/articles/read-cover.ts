import { canonicalText, codePoints } from '../kernel/canonical-text'
import { pictureName } from '../media/media-address'
import type { Ports } from '../ports'
import type { Cover } from './cover'
import { FOCUS } from '../media/focus'
import type { SaveArticleInput } from './save-article-input'

/** Code points. */
const MOST_WORDS = 500

const line = (text: string | undefined): string => canonicalText(text ?? '', { singleLine: true })

type Typed = Pick<Partial<SaveArticleInput>, 'cover' | 'coverAlt' | 'coverCredit' | 'coverFocus'>
/** A cover as it was typed, and what is wrong with it, field by field. */
export interface ReadCover {
  readonly cover: Cover | null
  readonly problems: Readonly<Record<'cover' | 'coverAlt' | 'coverCredit' | 'coverFocus', string | null>>
}

const tooLong = (words: string): string | null =>
  codePoints(words) > MOST_WORDS ? `Please shorten this to ${MOST_WORDS} characters.` : null

const NOT_THERE =
  'There is no such picture in the media library. Upload it there, then put its address here: it begins with /media/ and ends with .jpg.'
const NO_FOCUS = 'Write two numbers from 0 to 100: percent from the left and from the top, for example 40 60.'

/** The cover as it was typed; an empty address is none. What was left out stays as it is in `before`. */
export const readCover = async (
  { mediaStore }: Pick<Ports, 'mediaStore'>,
  typed: Typed,
  before: Cover | null,
): Promise<ReadCover> => {
  const none = { cover: null, coverAlt: null, coverCredit: null, coverFocus: null }
  if (typed.cover === undefined) return { cover: before, problems: none }
  const address = line(typed.cover)
  if (address === '') return { cover: null, problems: none }
  const name = pictureName(address)
  const [picture] = name === null ? [] : await mediaStore.pictures([name])
  const [alt, credit, focus] = [line(typed.coverAlt), line(typed.coverCredit), line(typed.coverFocus)]
  return {
    cover: picture ? { picture, alt, credit, focus } : null,
    problems: {
      cover: picture ? null : NOT_THERE,
      coverAlt: tooLong(alt),
      coverCredit: tooLong(credit),
      coverFocus: FOCUS.test(focus) ? null : NO_FOCUS,
    },
  }
}
