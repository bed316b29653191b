import { type DemoPiece, ENGLISH } from '../demo-piece'

export const fourMinutesAcross: DemoPiece = {
  ...ENGLISH,
  key: 'ferry',
  by: 'ines',
  state: 'published',
  daysAgo: 9,
  kicker: 'Report',
  title: 'Four minutes across: the ferry nobody could afford to close',
  dek: 'Every accountant who has looked at the Saltby ferry has advised ending it. For a hundred and thirty years the town has thanked them and carried on.',
  cover: {
    drawing: 'ferry',
    alt: 'A small black ferry crosses a blue river under a red sun.',
    focus: '50 60',
  },
  tags: 'Ferries, Money, Saltby',
  text: `The *Second Cousin* leaves Saltby at six minutes past six, in the dark for half the year, with a deckhand, a skipper and whoever is on the early shift at the hospital. This morning that is nineteen people and a dog. Nobody speaks. The engine makes a sound like a cupboard full of pans being moved carefully to another room, the lights of the quay slide off to the left, and four minutes later the ramp comes down at Fennick, on the other side of the river, in what used to be a different county.

By road the same journey takes forty-one minutes. You drive north to the bridge at Oxlode, cross, and drive south again, and if the bridge has opened for a barge you sit with your engine off and look at the place you came from.

In March the council that owns the boat received a report of a hundred and twelve pages. It said what the three reports before it had said. The ferry loses money on every crossing. It should be *wound down in an orderly manner over two financial years*. A copy lies on the chart table in the wheelhouse, under a mug.

“It’s a good report,” says Dell Harker, who has been skipper for twenty-two years. “They counted everything that gets on. I’ve no quarrel with the counting.”

## What it costs

Here is the counting. On an average weekday the *Second Cousin* carries 611 people, 140 bicycles and, on Thursdays, a man with a tuba. A single costs £2.40, and a month £38. Fuel, wages, insurance, the slipway, and a new gearbox every seven years or so come to a little under nine hundred thousand pounds a year. Fares bring in just over half a million. The rest, £318,000 last year, is paid by the council out of the same fund that mends roads.

Put like that, each passenger receives a gift of about a pound and a half from people who, for the most part, never cross the river at all.

“That is not nothing,” says Councillor Brigid Amory, who chairs the finance committee and who voted, in the spring, to accept the report. “I have a school with buckets in the corridor. I am asked why a nurse in Saltby should have her commute paid for by a farmer in Oxlode who has no bus. I haven’t an answer that fits on a leaflet.”

She is not the villain of this story. It does not have one, which is part of why it has gone on so long.

## What it costs not to

In April three people sat down in the back room of the Saltby library with the hundred and twelve pages and a borrowed calculator. One was Priya Raman, a ward sister at the hospital in Fennick. One was Colm Tierney, who teaches mathematics. The third was Dell Harker’s sister Jude, who keeps the books of the boatyard, and who is known in the town for having once found, for a client, eleven pence.

They did not dispute a single figure. They asked what the figures were *of*.

“The report counts what the boat spends,” Tierney says. “It doesn’t count what the boat saves, because nobody pays a bill for that. So it isn’t anywhere. It isn’t zero, it’s just not on the page.”

So they put it on the page. They stood on the quay for two weeks, all three tides, with clipboards, and asked everyone who boarded one question: *if there were no ferry, what would you do this morning?* They got 4,866 answers. The library has them in a filing cabinet, and anybody may look.

- **Drive round by Oxlode:** 46 in a hundred.
- **Ask somebody for a lift:** 17.
- **Change jobs, or schools:** 14.
- **Not go:** 19.
- **Swim:** 4. “We kept those in,” says Jude Harker. “It’s Saltby. Some of them meant it.”

The forty-six would put about 280 more cars a day on a road that is already full at eight in the morning. Using the highway department’s own figure for wear, that is £71,000 a year in surface alone. The hospital, asked by letter, replied that sixty-four of its staff live in Saltby and come by boat; that to replace one nurse costs it some £12,000 in advertising and temporary cover; and that it would expect, “with regret and some confidence”, to lose a third of them.

That is another quarter of a million, once. And once more each time it happens.

Then there were the nineteen in a hundred who said: not go. They were, when the clipboards looked more closely, mostly over seventy or under twenty. They were going to a swimming bath, a dialysis chair, a sister, a boyfriend, a lesson in the cello. Nobody at the table in the library could think of a way to put a price on them. They left the line in, and in the column for the sum they wrote: *ask them*.

> We never said it makes money. We said: you’re already paying for it. The only question is whether you get a boat.
>
> Jude Harker

## The other three times

None of this is new. I spent two days in the county record office, where the ferry fills eleven boxes, and it is humbling to find out how little an argument can change in a hundred and thirty years.

The first boat was rowed. When a steam launch replaced it, a committee of ratepayers complained in print that “the whole parish is taxed that a few may be spared a walk”. The launch stayed, because a regatta was coming.

The second attempt came with the bridge at Oxlode. An engineer from the capital explained to a public meeting that a ferry within reach of a bridge was *an anachronism in the strict sense*. According to the minutes a voice at the back asked him how he had come to the meeting. He had come by ferry. The minutes record laughter, and an adjournment.

The third was the serious one. Within living memory the boat was in fact stopped: for eleven months, after a hard winter and a cracked shaft. The box for that year is thin. There are some letters, a petition with 2,300 names, and a school log in a firm round hand. *Attendance from the far bank: 31. Attendance from the far bank: 22.* By the summer: *9*. Nobody was refused a place. They had only stopped coming, one and then another, the way people do.

When the boat came back, it took the school six years to have thirty-one again.

## A working day

Harker does not like to be asked what the ferry means. He likes to be asked about the set of the tide off Cutler’s Point, where the ebb comes round the end of the shoal and takes hold of the bow. “You aim at the church,” he says, “and you arrive at the pub. Aim at the pub and you arrive in the sea.” He does the crossing forty-eight times a day. He has done it, by his own reckoning, a quarter of a million times, and he still stands up for the last half minute, every time.

At a quarter to nine come the schoolchildren. There is a rule that the biggest stand nearest the ramp. No one made it, and no one remembers it being made. At ten come the pensioners, when the cheap ticket begins; they use the boat as other towns use a café, and some do not get off. At eleven a woman with a wheelchair is greeted by her first name, and the deckhand, Ollie Brandt, who is nineteen, puts down the small ramp that the timetable says must be ordered a day ahead.

“It’s meant to be ordered,” he says, and shrugs. “But she comes every Tuesday. It’d be like ordering Tuesday.”

In the afternoon the wind gets up and the crossing takes five minutes. Nobody remarks on it. A boy in a school blazer is sick over the leeward side, tidily, like a person who has been taught how. A couple who have come on purpose, from a city, take pictures of the rust.

At twenty to six the hospital shift comes home, and it is the same nineteen people, and the dog; and now they talk. They talk about the rota and about a patient who has been asking for a particular kind of jam. Priya Raman tells me she did her sums again. If the boat stops, she would leave the house at five instead of at ten to six.

“People say it’s only fifty minutes,” she says. “But it’s *those* fifty minutes. It’s the ones when my daughter gets up.”

## The vote

On the last Thursday in May the full council met, in the hall and not in the chamber, because four hundred people had come. Most had come by boat; Harker put on two extra crossings and did not write them down.

Councillor Amory spoke first, and well. She said that she had read the library’s figures, all of them, twice. She said they had been checked by the county treasurer, who found one mistake, of eleven pounds, in the council’s favour. Then she said something I have not heard before in a public meeting. She said: *I think I was asked the wrong question, and I answered it correctly.*

What the council decided, by twenty-two to nine, was modest. The ferry will run. Its grant moves from the fund that mends roads to a new line that is shared with the hospital and the school, each paying for what it saves: £104,000 from the one, £61,000 from the other, the rest from the council as before. Fares go up by ten pence. In five years somebody must stand on the quay again for two weeks and ask the question; it is written into the resolution, with the wording, so that it cannot be changed to an easier one.

There are people in Saltby who call it a victory. Jude Harker says it is a reconciliation, in the accountant’s sense. The two columns agree.

The nine who voted against had reasons, and one of them, a farmer from Oxlode named Peter Lund, gave me his in the car park. “There’s no boat where I live,” he said. “There’s no bus either. Nobody’s going to stand on my road with a clipboard for two weeks.” He was not angry. He asked whether I had a copy of the questionnaire.

I gave him mine. I hear that on the Oxlode road, since the middle of June, there has been a man with a folding chair.

## Six minutes past six

I crossed once more before I went home. It was raining in the fine upward way it does on the Merrow. In the wheelhouse the report had gone from the chart table; the mug was still there.

I asked Harker whether he had ever thought it would really stop.

He considered it for most of the crossing. Off Cutler’s Point the ebb took the bow, and he gave it a little wheel, not looking, the way you would move your chair for someone you live with.

“It did stop,” he said. “That year. I was nine.” He stood up, because it was the last half minute. “I was one of the twenty-two.”

Then the ramp came down, and everyone went to work.
`,
}
