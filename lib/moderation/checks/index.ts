import type { Check } from './check'
import { closed } from './closed'
import { disposableMail } from './disposable-mail'
import { duplicate } from './duplicate'
import { length } from './length'
import { links } from './links'
import { mode } from './mode'
import { parentVisible } from './parent-visible'
import { shouting } from './shouting'
import { trap } from './trap'
import { words } from './words'

/**
 * The house policy, in the order a person would ask. Every check is always run and the strictest answer counts, so
 * the order only decides which sentence an author reads first. A new check is a file of its own and a line here.
 */
export const CHECKS: readonly Check[] = [
  closed, // Does this piece take comments at all?
  parentVisible, // Is the comment it answers still there?
  length, // Does it say something, and does it fit?
  duplicate, // Has it been said already?
  links, // Does it send people away, again and again?
  words, // Does it hold words this publication does not want?
  disposableMail, // Is its mail address made to be thrown away?
  shouting, // Is it written in capitals?
  trap, // Did a machine fill in what people do not see?
  mode, // Does the publication read everything first?
]
