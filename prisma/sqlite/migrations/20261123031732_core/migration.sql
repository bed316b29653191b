-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "bio" TEXT NOT NULL DEFAULT '',
    "passwordHash" TEXT,
    "disabledAt" BIGINT,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "revokedAt" BIGINT,
    "userAgent" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "userId" TEXT,
    "data" TEXT NOT NULL DEFAULT '{}',
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT,
    CONSTRAINT "token_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "guest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "keyHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "measure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "targetKind" TEXT NOT NULL,
    "targetKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdBy" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT,
    "liftedAt" BIGINT
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "userId" TEXT,
    "guestId" TEXT,
    "createdAt" BIGINT NOT NULL,
    "confirmedAt" BIGINT,
    "endedAt" BIGINT
);

-- CreateTable
CREATE TABLE "article" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "draftRevisionId" TEXT NOT NULL,
    "liveRevisionId" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "firstPublishedAt" BIGINT,
    "publishedAt" BIGINT,
    "unpublishAt" BIGINT,
    "pinnedUntil" BIGINT,
    "trashedAt" BIGINT,
    "commentMode" TEXT,
    "commentsCloseAt" BIGINT,
    CONSTRAINT "article_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "article_revision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "dek" TEXT NOT NULL DEFAULT '',
    "kicker" TEXT NOT NULL DEFAULT '',
    "document" TEXT NOT NULL,
    "schemaVersion" INTEGER NOT NULL,
    "html" TEXT NOT NULL,
    "plainText" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "direction" TEXT NOT NULL DEFAULT 'ltr',
    "authorId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'save',
    CONSTRAINT "article_revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "article_revision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "slug_history" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "slug_history_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "byline" (
    "articleId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("articleId", "userId"),
    CONSTRAINT "byline_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "byline_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "tag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "article_tag" (
    "articleId" TEXT NOT NULL,
    "tagId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("articleId", "tagId"),
    CONSTRAINT "article_tag_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "article_tag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "tag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "media" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mimeType" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "bytes" INTEGER NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "caption" TEXT NOT NULL DEFAULT '',
    "credit" TEXT NOT NULL DEFAULT '',
    "variants" TEXT NOT NULL DEFAULT '[]',
    "uploadedById" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "media_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "parentId" TEXT,
    "rootId" TEXT NOT NULL,
    "laneId" TEXT,
    "depth" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "latestRevisionId" TEXT NOT NULL,
    "approvedRevisionId" TEXT,
    "pendingRevisionId" TEXT,
    "editedAt" BIGINT,
    "hiddenAncestors" INTEGER NOT NULL DEFAULT 0,
    "guestId" TEXT,
    "userId" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "nameKey" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "emailKey" TEXT NOT NULL DEFAULT '',
    "byStaff" INTEGER NOT NULL DEFAULT 0,
    "addressKey" TEXT NOT NULL DEFAULT '',
    "submissionKey" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "queueOrder" BIGINT NOT NULL,
    "featuredAt" BIGINT,
    "repliesClosedAt" BIGINT,
    CONSTRAINT "comment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "comment" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "comment_guestId_fkey" FOREIGN KEY ("guestId") REFERENCES "guest" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "comment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "comment_revision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "commentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "comment_revision_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "opinion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "revisionId" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "opinion_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "comment_revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "commentId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "userId" TEXT,
    "move" TEXT NOT NULL,
    "fromStatus" TEXT NOT NULL,
    "toStatus" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT,
    "undoesId" TEXT,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "decision_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "decision_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "comment_revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "decision_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "commentId" TEXT NOT NULL,
    "reporterKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" BIGINT NOT NULL,
    "resolvedAt" BIGINT,
    CONSTRAINT "report_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "recommend" (
    "commentId" TEXT NOT NULL,
    "readerKey" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    PRIMARY KEY ("commentId", "readerKey"),
    CONSTRAINT "recommend_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "availableAt" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leasedUntil" BIGINT,
    "doneAt" BIGINT,
    "lastError" TEXT
);

-- CreateTable
CREATE TABLE "audit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "user_emailKey_key" ON "user"("emailKey");

-- CreateIndex
CREATE UNIQUE INDEX "user_slug_key" ON "user"("slug");

-- CreateIndex
CREATE INDEX "user_role_nameKey_idx" ON "user"("role", "nameKey");

-- CreateIndex
CREATE INDEX "session_userId_expiresAt_idx" ON "session"("userId", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "token_hash_key" ON "token"("hash");

-- CreateIndex
CREATE INDEX "token_purpose_expiresAt_idx" ON "token"("purpose", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "guest_keyHash_key" ON "guest"("keyHash");

-- CreateIndex
CREATE INDEX "measure_targetKind_targetKey_liftedAt_idx" ON "measure"("targetKind", "targetKey", "liftedAt");

-- CreateIndex
CREATE INDEX "subscription_emailKey_idx" ON "subscription"("emailKey");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_kind_subjectId_emailKey_key" ON "subscription"("kind", "subjectId", "emailKey");

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "article_draftRevisionId_key" ON "article"("draftRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "article_liveRevisionId_key" ON "article"("liveRevisionId");

-- CreateIndex
CREATE INDEX "article_status_publishedAt_id_idx" ON "article"("status", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "article_status_updatedAt_id_idx" ON "article"("status", "updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "article_revision_articleId_number_key" ON "article_revision"("articleId", "number");

-- CreateIndex
CREATE INDEX "slug_history_articleId_idx" ON "slug_history"("articleId");

-- CreateIndex
CREATE INDEX "byline_userId_articleId_idx" ON "byline"("userId", "articleId");

-- CreateIndex
CREATE UNIQUE INDEX "tag_slug_key" ON "tag"("slug");

-- CreateIndex
CREATE INDEX "article_tag_tagId_articleId_idx" ON "article_tag"("tagId", "articleId");

-- CreateIndex
CREATE UNIQUE INDEX "media_hash_key" ON "media"("hash");

-- CreateIndex
CREATE INDEX "media_createdAt_id_idx" ON "media"("createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_latestRevisionId_key" ON "comment"("latestRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "comment_submissionKey_key" ON "comment"("submissionKey");

-- CreateIndex
CREATE INDEX "comment_articleId_depth_status_createdAt_id_idx" ON "comment"("articleId", "depth", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "comment_rootId_createdAt_id_idx" ON "comment"("rootId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "comment_parentId_idx" ON "comment"("parentId");

-- CreateIndex
CREATE INDEX "comment_articleId_status_hiddenAncestors_idx" ON "comment"("articleId", "status", "hiddenAncestors");

-- CreateIndex
CREATE INDEX "comment_status_createdAt_id_idx" ON "comment"("status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "comment_waiting_idx" ON "comment"("queueOrder", "id") WHERE "pendingRevisionId" IS NOT NULL;

-- CreateIndex
CREATE INDEX "comment_guestId_articleId_createdAt_idx" ON "comment"("guestId", "articleId", "createdAt");

-- CreateIndex
CREATE INDEX "comment_userId_articleId_createdAt_idx" ON "comment"("userId", "articleId", "createdAt");

-- CreateIndex
CREATE INDEX "comment_revision_fingerprint_createdAt_idx" ON "comment_revision"("fingerprint", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "comment_revision_commentId_number_key" ON "comment_revision"("commentId", "number");

-- CreateIndex
CREATE INDEX "opinion_revisionId_idx" ON "opinion"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "decision_undoesId_key" ON "decision"("undoesId");

-- CreateIndex
CREATE INDEX "decision_commentId_id_idx" ON "decision"("commentId", "id");

-- CreateIndex
CREATE INDEX "decision_userId_id_idx" ON "decision"("userId", "id");

-- CreateIndex
CREATE INDEX "report_resolvedAt_createdAt_idx" ON "report"("resolvedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "report_commentId_reporterKey_key" ON "report"("commentId", "reporterKey");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_waiting_idx" ON "outbox"("id") WHERE "doneAt" IS NULL;

-- CreateIndex
CREATE INDEX "outbox_doneAt_idx" ON "outbox"("doneAt");

-- CreateIndex
CREATE INDEX "audit_subject_id_idx" ON "audit"("subject", "id");
