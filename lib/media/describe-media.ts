import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { canonicalText, codePoints } from '../kernel/canonical-text'
import { fieldProblems, invalidFields } from '../kernel/field-problems'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { mayAddPicture } from './add-picture'
import { FOCUS } from './focus'

const typed = z.string().max(10_000, 'This is far too long.')
export const describeMediaInput = z.strictObject({
  name: z.string().max(100),
  alt: typed,
  caption: typed,
  credit: typed,
  focus: typed,
})

/** Code points. */
const MOST_WORDS = 500

const line = (text: string): string => canonicalText(text, { singleLine: true })

const tooLong = (words: string): string | null =>
  codePoints(words) > MOST_WORDS ? `Please shorten this to ${MOST_WORDS} characters.` : null

export const NO_SUCH_PICTURE = 'There is no such picture in the library. It may have been deleted.'

/** What is said of a picture where it is put into a piece next; pieces that show it keep what they say. */
export const describeMedia = async (
  { mediaStore }: Pick<Ports, 'mediaStore'>,
  actor: Actor,
  input: z.infer<typeof describeMediaInput>,
): Promise<Result<{ name: string }>> => {
  const allowed = mayAddPicture(actor)
  if (!allowed.ok) return allowed
  const words = {
    alt: line(input.alt),
    caption: line(input.caption),
    credit: line(input.credit),
    focus: line(input.focus),
  }
  const problems = fieldProblems({
    alt: tooLong(words.alt),
    caption: tooLong(words.caption),
    credit: tooLong(words.credit),
    focus: FOCUS.test(words.focus)
      ? null
      : 'Write two numbers from 0 to 100: percent from the left and from the top, for example 40 60.',
  })
  if (problems) return invalidFields(problems)
  const { name } = input
  const audit = { actor, action: 'describe.media', subject: `media:${name}`, detail: {} }
  return (await mediaStore.describe(name, words, audit)) ? ok({ name }) : fail('not-found', NO_SUCH_PICTURE)
}
