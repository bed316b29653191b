import { type DemoPiece, ENGLISH } from '../demo-piece'

export const aboutSlackwater: DemoPiece = {
  ...ENGLISH,
  key: 'about',
  by: 'tomas',
  state: 'published',
  page: { slug: 'about' },
  daysAgo: 110,
  kicker: '',
  title: 'About Slackwater',
  dek: '',
  tags: '',
  text: `Slackwater is the quarter of an hour in which a tidal river goes nowhere. It is also a small paper about rivers, harbours and the people who keep them going, written in four languages by nine people, most of whom have something else to do.

## How we pay for it

Readers do. There is no advertising here, nobody is counted, and no other company learns that you came.

## How we are wrong

In public, and dated. [How we correct mistakes](/articles/how-we-correct-mistakes) says what becomes of yours when you find one.

## How to talk to us

Below every piece. Sam reads each comment before it appears, usually within the hour, and tells you why when one does not. What we ask of each other is in the [guidelines](/guidelines); how often we said no, and for what reasons, is under [transparency](/transparency).
`,
}
