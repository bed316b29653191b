/** Something outside does not answer, or not as it should. The message is for the operator. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}
