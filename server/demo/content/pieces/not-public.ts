import { type DemoPiece, ENGLISH } from '../demo-piece'

/** Pieces readers don’t see, one for each state the studio knows. */
export const anEmptyDraft: DemoPiece = {
  ...ENGLISH,
  key: 'empty',
  by: 'ines',
  state: 'draft',
  daysAgo: 1,
  kicker: '',
  title: '',
  dek: '',
  tags: '',
  text: '',
}

export const theSlipway: DemoPiece = {
  ...ENGLISH,
  key: 'slipway',
  by: 'ines',
  state: 'draft',
  daysAgo: 3,
  kicker: 'Report',
  title: 'Who owns a slipway?',
  dek: '',
  tags: 'Harbour, Saltby',
  text: `*(Working title. Ask the record office about the deed before anything else.)*

There are seven places on the Merrow at which anyone may put a boat in the water. Five have a sign that says they may not.

## To find out

- Who put up the signs, and when
- Whether "time out of mind" is still a legal term
- The man with the key at Long Reach: **ring after six**
`,
}

export const theRegatta: DemoPiece = {
  ...ENGLISH,
  key: 'regatta',
  by: 'jonah',
  state: 'unpublished',
  daysAgo: 80,
  kicker: 'Diary',
  title: 'Regatta week: where to stand and what to bring',
  dek: 'Five days, nine races, one umbrella.',
  tags: 'Harbour, Saltby',
  text: `**Taken down after the week was over**, as the programme says it should be.

The first gun is on Monday at ten. Stand on the Fennick side before noon and on the Saltby side after, or have the sun in your eyes all day. Bring a hat, something dry to sit on, and change for the ferry.
`,
}

export const theEelRecipe: DemoPiece = {
  ...ENGLISH,
  key: 'eels',
  by: 'tomas',
  state: 'trashed',
  daysAgo: 45,
  kicker: 'Galley',
  title: 'Jellied eels, attempted',
  dek: '',
  tags: 'Food',
  text: `We tried it three times. We don’t think anybody should.
`,
}
