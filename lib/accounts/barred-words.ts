import type { Measure } from './measure'

const DAY_TEXT = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })

/** A moderator's words as a sentence among ours. */
const sentence = (words: string): string => (/[.!?…。]$/u.test(words) ? words : `${words}.`)

/** The reason as a sentence that follows another one, with a blank before it; '' for none. */
export const reasonSentence = ({ reason }: Pick<Measure, 'reason'>): string =>
  reason === '' ? '' : ` The reason they gave: ${sentence(reason)}`

/** What somebody who is barred is told when they try to take part: kindly, with the reason and the end of it. */
export const barredWords = (measure: Pick<Measure, 'reason' | 'expiresAt'>): string => {
  const { expiresAt } = measure
  const until =
    expiresAt === null
      ? 'The moderators have decided that you cannot take part here any more.'
      : `The moderators have asked you to pause: you can take part again after ${DAY_TEXT.format(expiresAt)}.`
  return `${until}${reasonSentence(measure)} You can still read everything. If you think this is a mistake, please write to the publication.`
}
