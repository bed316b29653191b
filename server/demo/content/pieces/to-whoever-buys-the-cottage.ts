import { type DemoPiece, ENGLISH } from '../demo-piece'

export const toWhoeverBuysTheCottage: DemoPiece = {
  ...ENGLISH,
  key: 'cottage',
  by: 'ines',
  state: 'published',
  featured: true,
  daysAgo: 17,
  kicker: 'Letter',
  title: 'To whoever buys the lock-keeper’s cottage',
  dek: 'From the last person who was paid to live in it.',
  tags: 'Canals, Work, Memory',
  text: `Dear you,

The agent will have said that it’s quiet. It is, between trains. It isn’t quiet at ten past four in the morning in April, when the geese hold their meeting on the lock beam. You can’t do anything about the geese. I tried a rattle, a radio, and a cardboard fox that they came to love.

The damp in the back bedroom is not damp. It’s the lock. When the chamber is full the wall sweats, when it is empty the wall dries, and after a year you will know without looking which it is. I used to put my hand flat on the plaster before I put my boots on. You needn’t do that now, there’s nobody waiting. But you might like to.

**The key to the coal shed** is on a nail inside the well, at arm’s length, on the left. I’m sorry. It was a system.

**The third stair** is not broken. It was built a half-inch high on purpose by the keeper before me, a Mr Lovelace, so that he’d hear his daughters come in. He told me so himself. I raised two boys on that stair, and I’d be obliged if you left it.

**The pear tree** gives one year in three. It gave last year.

People will stop and tell you things. They won’t ask who you are; they see the house and they start. A man will come every June to say that his father drowned here, and stand a bit, and talk about cricket. All he needs is for someone to come out. If you’re at work, perhaps you could leave a chair by the beam in June.

You’ll have heard that the lock works itself now. It does it very well. It’s never once let a boat wait while it finished its egg. What it doesn’t do is look at who is in the boat. I used to let the hire boats through a little slow, the ones with the family all shouting, slow enough that by the time the gates opened they’d be looking at the swallows. I never told the office. You are the first.

I’ve left the barometer. It’s screwed to the hall because it goes with the hall. It reads two points high, has done since the flood, and everyone on this reach allows for it.

I was happy here. I thought somebody ought to put that in writing, since it won’t be in the survey.

Yours,
Winifred Ash
Keeper, Threewater Lock, thirty-one years

*Mrs Ash gave us this letter to print because, she says, she does not know your name yet, “and you may as well know what you are getting”.*
`,
}
