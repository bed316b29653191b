/** The member of a closed set that a raw value names, or undefined. */
export const oneOf = <T extends string>(all: readonly T[], raw: unknown): T | undefined =>
  all.find((one) => one === raw)
