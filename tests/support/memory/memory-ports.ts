import { otpauthCodes } from '../../../lib/adapters/otpauth-codes'
import { webauthnPasskeys } from '../../../lib/adapters/webauthn-passkeys'
import type { PasswordHasher } from '../../../lib/accounts/password-hasher'
import type { CardPrinter } from '../../../lib/articles/card'
import { makeIds } from '../../../lib/kernel/ids'
import type { ProofOfWork } from '../../../lib/comments/proof-of-work'
import type { Limits } from '../../../lib/kernel/limits'
import { ok } from '../../../lib/kernel/result'
import type { OutboxStore } from '../../../lib/outbox/outbox-store'
import type { Ports } from '../../../lib/ports'
import type { IconPrinter } from '../../../lib/settings/icon'
import { MemoryAccountStore } from './memory-account-store'
import { MemoryAccountLetterStore } from './memory-account-letter-store'
import { MemoryAddressSalts } from './memory-address-salts'
import { MemoryArticleLocks } from './memory-article-locks'
import { MemoryArticleReader } from './memory-article-reader'
import { MemoryArticleStore } from './memory-article-store'
import { MemoryCommentStore } from './memory-comment-store'
import { MemoryDecisionLog } from './memory-decision-log'
import { MemoryDeskMailStore } from './memory-desk-mail-store'
import { MemoryDeskStore } from './memory-desk-store'
import { MemoryErasureStore } from './memory-erasure-store'
import { MemoryExportStore } from './memory-export-store'
import { MemoryFeedReader } from './memory-feed-reader'
import { MemoryLessonStore } from './memory-lesson-store'
import { MemoryLogReader } from './memory-log-reader'
import { MemoryMeasureStore } from './memory-measure-store'
import { MemoryMediaFiles } from './memory-media-files'
import { MemoryMediaStore } from './memory-media-store'
import { MemoryMailLog } from './memory-mail-log'
import { MemoryNoticeStore } from './memory-notice-store'
import { MemoryWishStore } from './memory-wish-store'
import { MemoryOutboxStore } from './memory-outbox-store'
import { MemoryPieceIndex } from './memory-piece-index'
import { MemoryPieceLog } from './memory-piece-log'
import { MemoryPieceTies } from './memory-piece-ties'
import { MemoryPeopleReader } from './memory-people-reader'
import { MemoryPickStore } from './memory-pick-store'
import { MemoryQueueReader } from './memory-queue-reader'
import { MemoryRecommendStore } from './memory-recommend-store'
import { MemoryRedirectStore } from './memory-redirect-store'
import { MemoryReportStore } from './memory-report-store'
import { MemorySearchKeeper } from './memory-search-keeper'
import { MemoryScreeningReader } from './memory-screening-reader'
import { MemorySearchReader } from './memory-search-reader'
import { MemoryReviewStore } from './memory-review-store'
import { MemoryPasskeyStore } from './memory-passkey-store'
import { MemorySecondStepStore } from './memory-second-step-store'
import { MemorySecrets } from './memory-secrets'
import { MemorySettingsStore } from './memory-settings-store'
import { MemoryStaffDoor } from './memory-staff-door'
import { MemoryStatisticsReader } from './memory-statistics-reader'
import { MemoryTables } from './memory-tables'
import { MemoryThreadReader } from './memory-thread-reader'
import { MemoryWordListStore } from './memory-word-list-store'
import { PinnedClock } from './pinned-clock'
import { RecordedOutbound } from './recorded-outbound'

/** Never refuses. */
export const unlimited: Limits = {
  take: async () => ok(undefined),
  check: async () => ok(undefined),
  giveBack: async () => {},
  forget: async () => {},
}

/** A hash anybody can read: tests do not wait for argon2. */
export const plainHasher: PasswordHasher = {
  hash: async (password) => `plain:${password}`,
  verify: async (hash, password) => hash === `plain:${password}`,
}

/** A task is solved by its name. */
const nameIsTheProof: ProofOfWork = {
  task: async (expiresAt) => ({ name: `task-${expiresAt}` }),
  solved: async (answer, at) => (Number(/^task-(\d+)$/.exec(answer)?.[1]) > at ? answer : null),
}

/** A picture nobody sees: its words as they were given. */
const plainCards: CardPrinter = {
  print: async (card) => new TextEncoder().encode(JSON.stringify(card)),
}

/** … and the same of the mark. */
const plainIcons: IconPrinter = {
  print: async (icon) => new TextEncoder().encode(JSON.stringify(icon)),
}

export type MemoryPorts = Omit<Ports, 'clock'> & {
  readonly clock: PinnedClock
  readonly outboxStore: OutboxStore
  readonly tables: MemoryTables
}

/**
 * Every port of the business rooms over one set of maps, on a pinned clock unless another is given. `tables` is
 * the "database": look into `tables.audit` and `tables.outbox` to see what a use-case left behind.
 */
export const memoryPorts = ({ clock = new PinnedClock() }: { clock?: PinnedClock } = {}): MemoryPorts => {
  const tables = new MemoryTables(clock)
  return {
    tables,
    clock,
    ids: makeIds(clock),
    articleStore: new MemoryArticleStore(tables),
    articleReader: new MemoryArticleReader(tables),
    reviewStore: new MemoryReviewStore(tables),
    pieceLog: new MemoryPieceLog(tables),
    articleLocks: new MemoryArticleLocks(tables),
    redirectStore: new MemoryRedirectStore(tables),
    pieceIndex: new MemoryPieceIndex(tables),
    pieceTies: new MemoryPieceTies(tables),
    mediaStore: new MemoryMediaStore(tables),
    mediaFiles: new MemoryMediaFiles(),
    // Late: whoever draws nothing need not load what draws.
    pictureMaker: {
      make: async (...job) => (await import('../drawn-here')).drawnHere.make(...job),
      crop: async (...job) => (await import('../drawn-here')).drawnHere.crop(...job),
    },
    coverCrops: { make: async () => ok(undefined) },
    commentStore: new MemoryCommentStore(tables),
    threadReader: new MemoryThreadReader(tables),
    feedReader: new MemoryFeedReader(tables),
    recommendStore: new MemoryRecommendStore(tables),
    reportStore: new MemoryReportStore(tables),
    queueReader: new MemoryQueueReader(tables),
    decisionLog: new MemoryDecisionLog(tables),
    lessonStore: new MemoryLessonStore(tables),
    screeningReader: new MemoryScreeningReader(tables),
    deskStore: new MemoryDeskStore(tables),
    pickStore: new MemoryPickStore(tables),
    accountStore: new MemoryAccountStore(tables),
    staffDoor: new MemoryStaffDoor(tables),
    secondStepStore: new MemorySecondStepStore(tables),
    oneTimeCodes: otpauthCodes,
    passkeyStore: new MemoryPasskeyStore(tables),
    passkeyCeremony: webauthnPasskeys('http://localhost:3000'),
    searchKeeper: new MemorySearchKeeper(tables),
    searchReader: new MemorySearchReader(tables),
    addressSalts: new MemoryAddressSalts(tables),
    measureStore: new MemoryMeasureStore(tables),
    erasureStore: new MemoryErasureStore(tables),
    peopleReader: new MemoryPeopleReader(tables),
    logReader: new MemoryLogReader(tables),
    statisticsReader: new MemoryStatisticsReader(tables),
    exportStore: new MemoryExportStore(tables),
    settingsStore: new MemorySettingsStore(tables),
    wordListStore: new MemoryWordListStore(tables),
    wishStore: new MemoryWishStore(tables),
    noticeStore: new MemoryNoticeStore(tables),
    mailLog: new MemoryMailLog(tables),
    deskMailStore: new MemoryDeskMailStore(tables),
    accountLetterStore: new MemoryAccountLetterStore(tables),
    outboxStore: new MemoryOutboxStore(tables),
    secrets: new MemorySecrets(),
    passwordHasher: plainHasher,
    limits: unlimited,
    proofOfWork: nameIsTheProof,
    mailer: null,
    cardPrinter: plainCards,
    iconPrinter: plainIcons,
    outbound: new RecordedOutbound(),
  }
}
