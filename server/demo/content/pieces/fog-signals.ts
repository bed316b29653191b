import { type DemoPiece, ENGLISH } from '../demo-piece'

export const fogSignals: DemoPiece = {
  ...ENGLISH,
  key: 'fog',
  by: 'jonah',
  state: 'review',
  daysAgo: 1,
  kicker: 'Listening',
  title: 'A field guide to fog signals',
  dek: 'Five sounds you can hear from one bed in Saltby, and what each of them wants from you.',
  tags: 'Harbour, Saltby',
  note: {
    by: 'tomas',
    quote: 'One long, every two minutes',
    body: 'Is this the ferry or the gravel barge? Both claim it in the tide table. Ask the pilot, please, before we teach it to children.',
  },
  text: `On a clear night Saltby is a quiet town. In fog it talks in its sleep.

1. **One long, every two minutes.** A boat with its engine on, going somewhere. It wants you to know where it is.
2. **Two long, every two minutes.** The same boat, stopped. It would like to know where *you* are.
3. **One long, two short.** Something that cannot get out of the way: the dredger, most weeks.
4. **A bell, quickly, for five seconds.** At anchor, awake, and not pleased about it.
5. **A cow.** A cow. The pasture at Long Reach ends in the water, and she has been taken for the pilot twice.

Lie still and count to a hundred and twenty. If nothing repeats, it was the cow.
`,
}
