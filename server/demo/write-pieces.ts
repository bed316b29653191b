import type { Stet } from '../../lib/compose'
import { DAY, HOUR, type Instant } from '../../lib/kernel/clock'
import type { SignedIn } from '../../lib/kernel/actor'
import { type Piece, aPiece, publish } from '../../tests/support/builders/a-piece'
import { must } from '../../tests/support/builders/must'
import type { Occasion } from './agenda'
import type { Staff } from './cast'
import type { DemoPiece } from './content/demo-piece'
import { PIECES } from './content/pieces'
import { drawCover } from './draw-cover'
import { type Care, arrange, handIn, schedulePiece } from './look-after-piece'

/** How long ago (ms) today began for editors. */
const MORNING = 6 * HOUR

const CREDIT = 'Drawing: Slackwater'

/** When a piece comes out: half past seven in the morning (UTC) of its day. */
export const comesOut = ({ daysAgo }: Pick<DemoPiece, 'daysAgo'>, now: Instant): Instant => {
  const day = now - daysAgo * DAY
  return day - (day % DAY) + 7.5 * HOUR
}

/** The picture that stands for it, with what is said of it. */
const coverOf = async (stet: Stet, by: SignedIn, { cover }: DemoPiece) =>
  cover
    ? {
        cover: await drawCover(stet, by, cover.drawing),
        ...{ coverAlt: cover.alt, coverCredit: CREDIT, coverFocus: cover.focus ?? '' },
      }
    : {}

/** What its writer types. */
const fieldsOf = (piece: DemoPiece) => {
  const { kicker, title, dek, tags, series = '', notes = '', translationOf = '' } = piece
  const { language, direction, text } = piece
  return { kicker, title, dek, tags, series, notes, translationOf, language, direction, text }
}

const saveMore = async (stet: Stet, by: SignedIn, piece: DemoPiece, { articleId, version }: Piece) => {
  const fields = fieldsOf(piece)
  const text = fields.text + (piece.laterText ?? '')
  await must('save again', stet.articles.save(by, { articleId, version, ...fields, text }))
}

/** What happens to one piece; `written` learns the slug as soon as it has one. */
const lifeOf = (stet: Stet, staff: Staff, piece: DemoPiece, now: Instant, written: Map<string, string>) => {
  const out = comesOut(piece, now)
  const by = staff[piece.by]
  const editor = staff.tomas
  const { title, text, state, appears, featured, commentMode, page, note } = piece
  let made: Piece
  const occasions: Occasion[] = [
    {
      at: out - 3 * HOUR,
      happen: async () => {
        if (title === '' && text === '') await must('start a piece', stet.articles.create(by, {}))
        else {
          const cover = await coverOf(stet, by, piece)
          const kind = page ? ({ kind: 'page', slug: page.slug } as const) : {}
          made = await aPiece(stet, { by, ...fieldsOf(piece), ...cover, ...kind, state: 'draft' })
        }
      },
    },
  ]
  const care = (): Care => ({ stet, editor, piece: made })
  const then = (at: Instant, happen: () => Promise<void>) => occasions.push({ at, happen })
  const change = async (move: 'unpublish' | 'trash') => {
    const { articleId, version } = made
    await must(move, stet.articles.changeStatus(editor, { articleId, version, move }))
  }
  if (state === 'trashed') then(out, () => change('trash'))
  if (state === 'published' || state === 'changed' || state === 'unpublished') {
    then(out, async () => {
      made = await publish(stet, made, editor)
      written.set(piece.key, made.slug)
      if (featured) await arrange(care(), { featured })
    })
  }
  if (state === 'scheduled' && appears) then(out, () => schedulePiece(care(), appears, now))
  if (state === 'review') then(out, () => handIn(care(), { writer: by, note, staff }))
  if (commentMode) then(now - MORNING, () => arrange(care(), { commentMode }))
  if (state === 'changed') then(out + 2 * DAY, () => saveMore(stet, by, piece, made))
  if (state === 'unpublished') then(out + 8 * DAY, () => change('unpublish'))
  return occasions
}

/** Everything the writers do, and the slug of each public piece by its key, filled as time passes. */
export const writePieces = (stet: Stet, staff: Staff, now: Instant) => {
  const slugs = new Map<string, string>()
  return { slugs, occasions: PIECES.flatMap((piece) => lifeOf(stet, staff, piece, now, slugs)) }
}
