import type { Instant } from '../../kernel/clock'

/** Port: the codes of an app that a phone shows, a new one every half minute (RFC 6238: SHA-1, six digits). */
export interface OneTimeCodes {
  /** 160 random bits, base 32. */
  freshSecret(): string
  /** The half minute a code belongs to, counted from 1970: this one, the one before or the one after. Null for no code of now. */
  stepOf(secret: string, code: string, at: Instant): number | null
  /** What an app reads (`otpauth://totp/…`), as a QR picture: rows of dark (1) and light (0), with the light around it. */
  picture(secret: string, of: { readonly publication: string; readonly account: string }): readonly string[]
}
