import type { AccountStore } from './accounts/account-store'
import type { AddressSalts } from './accounts/address-salts'
import type { MeasureStore } from './accounts/measure-store'
import type { StaffDoor } from './accounts/staff-door'
import type { PasswordHasher } from './accounts/password-hasher'
import type { ArticleLocks } from './articles/article-locks'
import type { ArticleReader } from './articles/article-reader'
import type { ArticleStore } from './articles/article-store'
import type { CardPrinter } from './articles/card'
import type { ReviewStore } from './articles/review-store'
import type { RedirectStore } from './articles/redirects/redirect-store'
import type { PieceIndex } from './articles/piece-index'
import type { PieceLog } from './articles/piece-log'
import type { PieceTies } from './articles/piece-ties'
import type { CommentStore } from './comments/comment-store'
import type { ProofOfWork } from './comments/proof-of-work'
import type { RecommendStore } from './comments/recommend-store'
import type { ReportStore } from './comments/report-store'
import type { ThreadReader } from './comments/thread-reader'
import type { FeedReader } from './feeds/feed-reader'
import type { CoverCrops } from './media/cover-crops'
import type { MediaFiles } from './media/media-files'
import type { MediaStore } from './media/media-store'
import type { PictureMaker } from './media/picture-maker'
import type { Clock } from './kernel/clock'
import type { Ids } from './kernel/ids'
import type { Limits } from './kernel/limits'
import type { PasskeyCeremony } from './accounts/passkeys/passkey-ceremony'
import type { PasskeyStore } from './accounts/passkeys/passkey-store'
import type { OneTimeCodes } from './accounts/second-step/one-time-codes'
import type { SecondStepStore } from './accounts/second-step/second-step-store'
import type { Outbound } from './kernel/outbound'
import type { Secrets } from './kernel/secrets'
import type { ErasureStore } from './moderation/erasure/erasure-store'
import type { DecisionLog } from './moderation/decision-log'
import type { LessonStore } from './moderation/learner/lesson-store'
import type { PeopleReader } from './moderation/people-reader'
import type { LogReader } from './moderation/log-reader'
import type { DeskStore } from './moderation/desk-store'
import type { PickStore } from './moderation/pick-store'
import type { StatisticsReader } from './moderation/statistics-reader'
import type { QueueReader } from './moderation/queue-reader'
import type { ScreeningReader } from './moderation/screening-reader'
import type { AccountLetterStore } from './notifications/account-letter-store'
import type { DeskMailStore } from './notifications/desk-mail-store'
import type { Mailer } from './notifications/mailer'
import type { MailLog } from './notifications/mail-log'
import type { NoticeStore } from './notifications/notice-store'
import type { WishStore } from './notifications/wish-store'
import type { SearchKeeper } from './search/search-keeper'
import type { SearchReader } from './search/search-reader'
import type { ExportStore } from './transfer/export-store'
import type { IconPrinter } from './settings/icon'
import type { SettingsStore } from './settings/site-settings'
import type { WordListStore } from './settings/word-lists'

/** Everything the business rooms need from outside, by name. A use-case takes `Pick<Ports, …>`. */
export interface Ports {
  readonly articleStore: ArticleStore
  readonly articleReader: ArticleReader
  readonly reviewStore: ReviewStore
  readonly pieceLog: PieceLog
  readonly articleLocks: ArticleLocks
  readonly redirectStore: RedirectStore
  readonly pieceIndex: PieceIndex
  readonly pieceTies: PieceTies
  readonly cardPrinter: CardPrinter
  readonly iconPrinter: IconPrinter
  readonly mediaStore: MediaStore
  readonly mediaFiles: MediaFiles
  readonly pictureMaker: PictureMaker
  readonly coverCrops: CoverCrops
  readonly commentStore: CommentStore
  readonly threadReader: ThreadReader
  readonly feedReader: FeedReader
  readonly recommendStore: RecommendStore
  readonly reportStore: ReportStore
  readonly queueReader: QueueReader
  readonly decisionLog: DecisionLog
  readonly lessonStore: LessonStore
  readonly screeningReader: ScreeningReader
  readonly deskStore: DeskStore
  readonly pickStore: PickStore
  readonly accountStore: AccountStore
  readonly staffDoor: StaffDoor
  readonly secondStepStore: SecondStepStore
  readonly oneTimeCodes: OneTimeCodes
  readonly passkeyStore: PasskeyStore
  /** Null where browsers allow no passkeys, and in programs that serve nobody. */
  readonly passkeyCeremony: PasskeyCeremony | null
  readonly addressSalts: AddressSalts
  readonly measureStore: MeasureStore
  readonly peopleReader: PeopleReader
  readonly erasureStore: ErasureStore
  readonly logReader: LogReader
  readonly statisticsReader: StatisticsReader
  readonly wishStore: WishStore
  readonly noticeStore: NoticeStore
  readonly mailLog: MailLog
  readonly deskMailStore: DeskMailStore
  readonly accountLetterStore: AccountLetterStore
  readonly searchKeeper: SearchKeeper
  readonly searchReader: SearchReader
  readonly settingsStore: SettingsStore
  readonly exportStore: ExportStore
  readonly wordListStore: WordListStore
  /** Null where the operator has set up no mail: then nothing mentions it. */
  readonly mailer: Mailer | null
  /** The way out: requests to servers elsewhere. */
  readonly outbound: Outbound
  /** Where readers find the publication; left out in programs that serve nobody. */
  readonly publicOrigin?: string
  /** A server that speaks as Akismet does; left out for Akismet's own. */
  readonly akismetUrl?: string
  /** A server that takes IndexNow; left out for indexnow.org's own. */
  readonly indexNowUrl?: string
  readonly passwordHasher: PasswordHasher
  readonly limits: Limits
  readonly proofOfWork: ProofOfWork
  readonly secrets: Secrets
  readonly clock: Clock
  readonly ids: Ids
}
