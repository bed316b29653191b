import { type DemoPiece, ENGLISH } from '../demo-piece'

export const roadsUnderWater: DemoPiece = {
  ...ENGLISH,
  key: 'review',
  by: 'jonah',
  state: 'published',
  daysAgo: 58,
  kicker: 'Review',
  title: 'A history of roads you can’t drive on any more',
  dek: 'Halina Voss walks the causeways that the sea took back. Her book is best when she gets her feet wet.',
  tags: 'Books, Tides',
  text: `*Drowned Roads: A Walker’s History*, by Halina Voss. 312 pages, with maps.

There is a kind of book that begins with the author standing in a landscape, wearing the wrong shoes. This is one, and I settled in to be annoyed. By page thirty I’d forgotten to be.

Voss has a simple plan. She takes twelve roads that used to be dry, finds out when and why they stopped, and walks whatever is left at low water. A causeway to an island chapel. A cattle road across a bay, marked with brushwood that has to be planted again every spring. A coast road, still on some maps, whose white line runs quite straight down a beach and into the waves.

The walking is splendid. She has a gift for feet: you always know what she is standing on and how much longer it’s going to hold. There is a chapter about being late, by eleven minutes, with the water coming in *behind* her, that I read standing up on a train.

The archives are uneven. When she has a good witness, say a toll-keeper’s daughter with a diary, or a priest who counted coffins, she lets them speak and stays out of the light. When she has none she fills in. People “must have felt”. Mothers “would surely have called”. I’d have preferred the silence; in a book about things that are gone it would have been doing some work.

And she has a thesis, which she likes more than I do: that we lose roads because we stop walking them. It is true of two of her twelve. The other ten were lost to the sea, which did not ask.

But I would not give up the ending for a stricter book. On the last road, at the last marker, she meets a man with a bundle of brushwood on his back, planting the posts for the coming year. She asks him how long he thinks it will last. He says: *till about May.*

**For:** anyone who has ever looked at a tide table and done the sum twice.
**Against:** three maps are printed across the fold, and it’s always the important bit.
`,
}
