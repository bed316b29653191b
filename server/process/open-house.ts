import { join } from 'node:path'
import { argon2Hasher } from '../../lib/adapters/argon2-hasher'
import { sharpCardPrinter } from '../../lib/adapters/cards/sharp-card-printer'
import { sharpIconPrinter } from '../../lib/adapters/cards/sharp-icon-printer'
import { altchaProof } from '../../lib/adapters/altcha-proof'
import { keyedSecrets } from '../../lib/adapters/keyed-secrets'
import { memoryLimits } from '../../lib/adapters/memory-limits'
import { otpauthCodes } from '../../lib/adapters/otpauth-codes'
import { webauthnPasskeys } from '../../lib/adapters/webauthn-passkeys'
import { noLimits } from '../../lib/adapters/no-limits'
import { secretFile } from '../../lib/adapters/secret-file'
import { smtpMailer } from '../../lib/adapters/smtp-mailer'
import { systemClock } from '../../lib/adapters/system-clock'
import { s3Files } from '../../lib/adapters/s3/s3-files'
import { undiciOutbound } from '../../lib/adapters/undici-outbound'
import { MEDIA_FOLDER, folderFiles } from '../../lib/adapters/folder-files'
import { childPictureMaker } from '../../lib/adapters/pictures/child-picture-maker'
import { madeCrops } from '../../lib/adapters/pictures/made-crops'
import { type Stet, compose } from '../../lib/compose'
import type { Database, DatabaseOptions } from '../../lib/db/database'
import { makeStores } from '../../lib/db/make-stores'
import { openDatabase } from '../../lib/db/open-database'
import type { Env } from '../../lib/env'
import type { Clock } from '../../lib/kernel/clock'
import { makeIds } from '../../lib/kernel/ids'
import type { Mailer } from '../../lib/notifications/mailer'
import type { OutboxStore } from '../../lib/outbox/outbox-store'
import { type StoredEffects, storedEffects } from '../../lib/outbox/tell-stored'

/** What server/pictures.ts is bundled to (scripts/support/bundles.mjs). */
const PICTURES = join(process.cwd(), '.stet/pictures.mjs')

/** Everything a program of ours works with, over the real database. */
export interface House {
  readonly stet: Stet
  readonly database: Database
  readonly outboxStore: OutboxStore
  readonly stored: Pick<StoredEffects, 'subscribe'>
}

const mailerOf = ({ mail, publicOrigin }: Partial<Pick<Env, 'mail' | 'publicOrigin'>>): Mailer | null =>
  mail && publicOrigin !== undefined ? smtpMailer(mail, publicOrigin) : null

/**
 * Opens the database (migrate it first) and composes the use-cases over it: for the server and for commands beside it.
 * The secrets file is made when there is none. The demo lives through its past on a clock of its own.
 */
export const openHouse = async (
  env: Pick<Env, 'dataDir' | 'databaseUrl' | 'rateLimits'> &
    Partial<Pick<Env, 'mail' | 'publicOrigin' | 'outboundAllow' | 'akismetUrl' | 'indexNowUrl' | 's3'>> &
    Pick<DatabaseOptions, 'writerProgram' | 'onDamage' | 'onSearchDamage'>,
  onFatal: (error: Error) => void,
  clock: Clock = systemClock,
): Promise<House> => {
  const ids = makeIds(clock)
  const secrets = keyedSecrets(secretFile(env.dataDir))
  const database = await openDatabase(env.databaseUrl, {
    onFatal,
    onDamage: env.onDamage,
    onSearchDamage: env.onSearchDamage,
    writerProgram: env.writerProgram,
  })
  const { outboxStore, ...stores } = makeStores(database, clock, ids)
  const stored = storedEffects()
  const mediaFiles = env.s3 ? s3Files(env.s3) : folderFiles(join(env.dataDir, MEDIA_FOLDER))
  const pictureMaker = childPictureMaker(PICTURES)
  const stet = compose({
    mediaFiles,
    pictureMaker,
    coverCrops: madeCrops(mediaFiles, pictureMaker, join(env.dataDir, 'uploads')),
    ...stored.over(stores),
    passwordHasher: argon2Hasher(),
    oneTimeCodes: otpauthCodes,
    passkeyCeremony: env.publicOrigin === undefined ? null : webauthnPasskeys(env.publicOrigin),
    limits: env.rateLimits ? memoryLimits() : noLimits,
    mailer: mailerOf(env),
    cardPrinter: sharpCardPrinter(join(env.dataDir, 'fonts')),
    iconPrinter: sharpIconPrinter,
    outbound: undiciOutbound({ allowed: env.outboundAllow ?? [] }),
    publicOrigin: env.publicOrigin,
    akismetUrl: env.akismetUrl,
    indexNowUrl: env.indexNowUrl,
    secrets,
    proofOfWork: altchaProof(secrets),
    clock,
    ids,
  })
  return { stet, database, outboxStore, stored }
}
