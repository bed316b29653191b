import { type DemoPiece, ENGLISH } from '../demo-piece'

export const theHonestColumn: DemoPiece = {
  ...ENGLISH,
  key: 'tide-table',
  by: 'jonah',
  state: 'published',
  daysAgo: 24,
  kicker: 'Essay',
  title: 'The honest column: in praise of the tide table',
  dek: 'A small grey booklet tells you the future, twice a day, a year ahead, and says at the front how far it may be wrong.',
  tags: 'Tides, Measuring',
  series: 'Measuring the Merrow',
  text: `My grandfather kept three books by the door: a hymnal, a price list for rope, and the tide table. He believed in all of them, but he only checked one.

The tide table was grey, about the size of a passport, and cost less than a loaf. It had a page for each month, and on the page four columns of figures, and it told you when the sea would come to the foot of our lane and when it would go away. It told you this for a day eleven months off, to the minute. As a child I took it for granted that somebody simply knew. It was a good deal later that I found out how strange that is, and longer before I understood that the strangest thing about it was on page two.

## Page two

Page two said:

> Predictions are for average conditions of the weather. A strong wind from the north-west, or low pressure, may raise the water by half a metre or more above the height given, and hasten it by a quarter of an hour. The careful seaman will look out of the window.

I have read a fair number of forecasts since then: of house prices, of elections, of what my generation would live on when it is old. I can’t remember one that began by telling me, in figures, how wrong it might be and what would make it so. They have notes, of course. The notes are at the end, in grey. In the tide table they come first, because somebody once drowned.

That is the first thing I admire. It is a prophecy that has been to sea.

## The second thing

The second thing is that it shows its working, or at least that it could. For two hundred years people have written down the height of the water against a post. From the writing-down came a short list of causes: the moon, the sun, the tilt of this and the leaning of that, each pulling at its own pace, thirty-seven of them for our harbour. None of the thirty-seven is a secret. You can add them up yourself with a pencil if you have a fortnight. A machine of brass wheels did it for the generation before the computer, and you may go and see it, and turn the handle.

So when the table is wrong, one can ask *which of the thirty-seven?*, or else: *what was the wind?* There is somewhere to put the mistake. A prediction that can’t be wrong in any particular place can’t get better in any particular place either.

## What it leaves out

It leaves out nearly everything. It doesn’t say whether you ought to go. It has no opinion of your boat. It doesn’t know that you were up half the night, or that the fish have moved, or that there is someone on the other side. My grandfather, who was not a reasonable man in other ways, never once blamed it for any of that. He would look at the figure, look out of the window, look for some reason at the dog, and decide.

I think about this when I’m told that soon we shall have tables for everything. Perhaps. I would only like them to be grey, and cheap, and to start on page two.

## A correction

I wrote above that he checked only one of the three books. My mother, who read this before you did, says he checked the price of rope every week of his life and complained about it every Sunday on the way back from the hymns. I’ve left the sentence as it was and put the correction here, where you can see it. It seemed to be in the spirit of the thing.
`,
}
