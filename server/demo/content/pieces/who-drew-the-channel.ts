import { type DemoPiece, ENGLISH } from '../demo-piece'

export const whoDrewTheChannel: DemoPiece = {
  ...ENGLISH,
  key: 'obituary',
  by: 'tomas',
  state: 'published',
  daysAgo: 33,
  kicker: 'A life',
  title: 'Maren Oduya, who drew the channel',
  dek: 'For thirty-eight years every ship that came into the Merrow came in along a line from her pen. She died in March, aged eighty-six, within sight of it.',
  tags: 'Charts, People, Measuring',
  text: `The chart of the lower Merrow has no signature. Charts don’t. But if you hold an old one to the light, at the place where the deep water bends to the east below Cutler’s Point, there is a dot no bigger than a full stop that marks nothing at all. Pilots knew about it. They called it *Maren’s breath*: the place where she had put down the pen, before the difficult part.

Maren Oduya came to the hydrographic office at nineteen as a tracer, which meant copying what men had drawn. She was told that her hand was too light for the work. She found a harder nib. Within four years she was drawing, within ten she was the one who decided what got drawn, and for the rest of her working life nothing about the bottom of that river was official until she’d said so.

She was not sentimental about it. “A chart is a promise,” she used to tell the young surveyors, “made to somebody you won’t meet, in the dark, in the rain.” She sent back soundings taken in too good weather, as she did not trust people when they were comfortable. She would not round a depth up. Asked once by an admiral whether she could not, for tidiness, make the three-metre line meet, she answered that she could as soon as the river did.

In the year of the great silting, when the channel moved ninety metres in one winter, she had a launch take her out every Sunday at her own cost with a lead and a line, and she wrote the new depths by hand on slips of paper, which her sister gave out on the pilots' stairs on Monday mornings. It was against every rule of the office. No ship touched bottom that year. The office gave her a reprimand, which she framed, and two years later a medal, which nobody has been able to find.

She never learned to swim. She said she’d seen what was down there.

When drawing went over to machines she was fifty-seven, and everybody supposed that she would go. She stayed another seven years and taught the machine’s makers what a line means: that where you’re sure, it should be thin and where you are not it should be broken, and that an empty space on a chart should never look like safety. If you’ve ever noticed, on the screen of a boat, that the places nobody has measured are hatched in grey rather than left a restful blue, you’ve noticed her.

She is survived by her sister, Ngozi, by a great many people she corrected, and by the dot, which the office, after some discussion, has kept.
`,
}
