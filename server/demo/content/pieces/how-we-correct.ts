import { type DemoPiece, ENGLISH } from '../demo-piece'

/** Published, and nobody has said anything about it: the empty thread. */
export const howWeCorrect: DemoPiece = {
  ...ENGLISH,
  key: 'corrections',
  by: 'ada',
  state: 'published',
  daysAgo: 110,
  kicker: 'From the desk',
  title: 'How we correct mistakes',
  dek: 'In the open, with the date, and without making them look smaller than they were.',
  tags: 'About us',
  text: `We get things wrong. When we do:

- **A slip** that changes nothing you would have understood (a letter, a comma) is simply mended.
- **A fact** is mended in the text, and a note at the end says what stood there before and when we changed it.
- **A piece that should not have been published** is taken down, and its address says so.

If a comment of yours points out the mistake, we leave the comment where it is. It was right.

You needn’t be certain. Tell us what looks odd, and let the looking-up be our job.
`,
}
