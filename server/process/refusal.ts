/** The process will not run as it was told, and starting it again changes nothing. The message is for the operator. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** EX_CONFIG of sysexits.h: the supervisor does not start it again. */
export const REFUSED = 78

/** EX_TEMPFAIL of sysexits.h: not now; the supervisor tries again. */
export const NOT_NOW = 75
