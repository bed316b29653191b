import type { DemoPiece } from './demo-piece'
import { aboutSlackwater } from './pieces/about-slackwater'
import { alMadd } from './pieces/al-madd'
import { aTideGauge } from './pieces/a-tide-gauge'
import { fogSignals } from './pieces/fog-signals'
import { fourMinutesAcross } from './pieces/four-minutes-across'
import { howWeCorrect } from './pieces/how-we-correct'
import { laMareeDeSaintPierre } from './pieces/la-maree-de-saint-pierre'
import { leclusierDeNuit } from './pieces/leclusier-de-nuit'
import { nightShiftPie } from './pieces/night-shift-pie'
import { anEmptyDraft, theEelRecipe, theRegatta, theSlipway } from './pieces/not-public'
import { roadsUnderWater } from './pieces/roads-under-water'
import { wieWirFehlerBerichtigen } from './pieces/wie-wir-fehler-berichtigen'
import { theBellIsBack } from './pieces/the-bell-is-back'
import { theHonestColumn } from './pieces/the-honest-column'
import { toWhoeverBuysTheCottage } from './pieces/to-whoever-buys-the-cottage'
import { twelveBridges } from './pieces/twelve-bridges'
import { wasDerDeichWeiss } from './pieces/was-der-deich-weiss'
import { whoDrewTheChannel } from './pieces/who-drew-the-channel'
import { youListenToTheMud } from './pieces/you-listen-to-the-mud'

/** Everything Slackwater has written; the seed sorts it by time. */
export const PIECES: readonly DemoPiece[] = [
  theBellIsBack,
  wieWirFehlerBerichtigen,
  fourMinutesAcross,
  alMadd,
  toWhoeverBuysTheCottage,
  theHonestColumn,
  wasDerDeichWeiss,
  whoDrewTheChannel,
  youListenToTheMud,
  nightShiftPie,
  roadsUnderWater,
  leclusierDeNuit,
  twelveBridges,
  aTideGauge,
  howWeCorrect,
  aboutSlackwater,
  laMareeDeSaintPierre,
  fogSignals,
  anEmptyDraft,
  theSlipway,
  theRegatta,
  theEelRecipe,
]
