import { type DemoPiece, ENGLISH } from '../demo-piece'

export const youListenToTheMud: DemoPiece = {
  ...ENGLISH,
  key: 'dredger',
  by: 'ines',
  state: 'published',
  featured: true,
  daysAgo: 41,
  kicker: 'Interview',
  title: '“You listen to the mud”: an hour with a dredger master',
  dek: 'Ruth Adeyemi moves the bottom of the Merrow from where it wants to be to where it is allowed to be. She has been losing, on purpose, for nineteen years.',
  cover: { drawing: 'mud', alt: 'A lead line goes down through layers of blue water.', focus: '75 60' },
  tags: 'Harbour, People, Work',
  text: `The *Patience* is ninety feet long, grey, and never pretty from any side. Ruth Adeyemi, her master, receives me on the bridge with tea and a request: not to call it digging.

**What is it, then?**

Housework. Digging has an end. You dig a hole, there’s the hole, you go home. What I do is nearer to sweeping a floor in a house where the door’s always open. The river brings down about two hundred thousand tonnes a year. I take up about two hundred thousand tonnes a year. If I’m good at it, nothing changes, and nobody has a reason to know my name.

**Does that bother you?**

It did when I was thirty. Now I think most of the things that hold a place together are like that. When did you last think of the person who does your drains?

**This morning, as it happens.**

Well, then they’re not very good at it.

**How do you know where to take it from?**

There’s sonar, and every Monday there’s a new picture of the bottom, all in colours, like a bad shirt. That’s for where. For *how* you listen. The suction pipe has a voice. Sand hisses, gravel chatters, and good soft mud makes hardly any sound, a bit like somebody breathing in the next room. When it goes quiet and then a little bit *musical* you’ve found clay, and you stop, because clay is the bed and not the blanket. You leave the bed alone.

**Has it ever surprised you?**

A piano. Upright, no lid. It came up against the grille at two in the morning off the old mill, and there is a moment, you know, when you hear strings. I had a new deckhand and he went and sat down in the galley and would not talk about it.

We’ve had bicycles, of course, a safe (empty, somebody had been before us), a stone head that is in the museum now, and a set of false teeth every other year. I keep those in a drawer. I always think someone will come.

**People on the bank complain about the noise.**

They do, and they’re right. We used to work nights because the berths are free at night. Four years ago a man wrote to me, not to the authority but to *me*, by hand, and said he didn’t mind the engine, he minded that he could never tell when it would start. So we put a card up at the lock: the hours, a week ahead. Same noise. The letters stopped. I learned something from that, but I’m not sure I could tell you exactly what.

**There is a proposal to let the lower channel silt up and give it to the birds.**

I’m for it.

**You would be out of work.**

Half of it. *(She refills the pot.)* Look, I’ve spent nineteen years listening to where that mud wants to go. It has wanted to go to the same place the whole time. It’s very consistent. I’ve a lot of respect for it. If we’re a bit less busy making it go somewhere else, I’d like to see what it had in mind.

**What will you do with the other half of the time?**

There’s a piano down there with no lid. I’ve got the position to within two metres.

*The conversation has been shortened. Ms Adeyemi read it before it was published and changed one word, from “stubborn” to “consistent”.*
`,
}
