import { Secret, TOTP } from 'otpauth'
import encodeQR from 'qr'
import type { OneTimeCodes } from '../accounts/second-step/one-time-codes'
import { cutText } from '../kernel/canonical-text'

/** Seconds. */
const PERIOD = 30
const SECRET_BYTES = 20
/** Light around the picture: apps want it so. */
const QUIET = 4
/** Clocks of telephones differ a little: one step either way. */
const DRIFT = 1
/** Letters of a name and of an address that an app needs to tell one account from another; a picture holds only so many. */
const [SHOWN_NAME, SHOWN_ACCOUNT] = [30, 80]

const appOf = (secret: string, issuer = '', label = ''): TOTP =>
  new TOTP({
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    issuer,
    issuerInLabel: false,
    label,
  })

export const otpauthCodes: OneTimeCodes = {
  freshSecret: () => new Secret({ size: SECRET_BYTES }).base32,
  stepOf: (secret, code, at) => {
    const drift = appOf(secret).validate({ token: code, timestamp: at, window: DRIFT })
    return drift === null ? null : Math.floor(at / 1000 / PERIOD) + drift
  },
  picture: (secret, { publication, account }) => {
    const app = appOf(
      secret,
      cutText(publication, { max: SHOWN_NAME }),
      cutText(account, { max: SHOWN_ACCOUNT }),
    )
    const rows = encodeQR(app.toString(), 'raw', {
      ecc: 'low',
      border: QUIET,
    })
    return rows.map((row) => row.map((cell) => (cell ? '1' : '0')).join(''))
  },
}
