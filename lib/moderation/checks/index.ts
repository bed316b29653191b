import type { Check } from './check'
import { domainRecord } from './domain-record'
import { akismet } from './akismet'
import { closed } from './closed'
import { disposableMail } from './disposable-mail'
import { duplicate } from './duplicate'
import { length } from './length'
import { links } from './links'
import { hook } from './hook'
import { imitation } from './imitation'
import { measures } from './measures'
import { mode } from './mode'
import { nearRepeat } from './near-repeat'
import { proof } from './proof'
import { parentVisible } from './parent-visible'
import { newAuthor } from './new-author'
import { rejectionRate } from './rejection-rate'
import { script } from './script'
import { shorteners } from './shorteners'
import { slowMode } from './slow-mode'
import { speed } from './speed'
import { timeTrap } from './time-trap'
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
  nearRepeat, // Or nearly so?
  slowMode, // Is it this person's turn, where a conversation is slowed down?
  links, // Does it send people away, again and again?
  shorteners, // Does it hide where it sends them?
  domainRecord, // What became of others who sent them there?
  words, // Does it hold words this publication does not want?
  disposableMail, // Is its mail address made to be thrown away?
  imitation, // Does its name claim to be somebody else's?
  script, // Is it in the script of the piece?
  speed, // Is it one of many at once?
  rejectionRate, // Was its writer turned away often, lately?
  newAuthor, // Is its writer new here?
  shouting, // Is it written in capitals?
  timeTrap, // Was it written faster than anybody types?
  trap, // Did a machine fill in what people do not see?
  proof, // Where work was asked of its browser, was it done?
  measures, // Is it written with what a banned person wrote with?
  hook, // Does the owner's own checker object?
  akismet, // Does Akismet, where it is switched on?
  mode, // Does the publication read everything first?
]
