import { type DemoPiece, ENGLISH } from '../demo-piece'

export const theBellIsBack: DemoPiece = {
  ...ENGLISH,
  key: 'bell',
  by: 'ines',
  state: 'published',
  daysAgo: 2,
  kicker: 'Note',
  title: 'The bell at Cutler’s Point is back',
  dek: '',
  cover: { drawing: 'bell', alt: 'A bell buoy rings above dark water.', focus: '50 50' },
  tags: 'Harbour, Cutler’s Point',
  text: `After fourteen weeks in a workshop, the bell buoy off Cutler’s Point was put back on its chain on Tuesday at low water. It has four new clappers and a coat of green.

People in Fennick had said they could not sleep without it. On Tuesday night three of them rang the harbour office to say that they could not sleep.

The harbour master asks us to add that it will be *quite all right by Friday*.
`,
}
