-- AlterTable
ALTER TABLE "article" ADD COLUMN     "assignedToId" TEXT,
ADD COLUMN     "conflictRevisionId" TEXT,
ADD COLUMN     "featuredAt" BIGINT;

-- AlterTable
ALTER TABLE "article_revision" ADD COLUMN     "listing" TEXT,
ADD COLUMN     "savedAt" BIGINT,
ADD COLUMN     "version" INTEGER;

-- CreateTable
CREATE TABLE "preview_link" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "revisionId" TEXT,
    "hash" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "revokedAt" BIGINT,

    CONSTRAINT "preview_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_note" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "authorId" TEXT,
    "authorName" TEXT NOT NULL,
    "previewLinkId" TEXT,
    "createdAt" BIGINT NOT NULL,
    "settledAt" BIGINT,

    CONSTRAINT "article_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_lock" (
    "articleId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "takenAt" BIGINT NOT NULL,
    "heardAt" BIGINT NOT NULL,

    CONSTRAINT "article_lock_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "redirect" (
    "path" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "redirect_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "missed_address" (
    "path" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "lastAt" BIGINT NOT NULL,

    CONSTRAINT "missed_address_pkey" PRIMARY KEY ("path")
);

-- CreateIndex
CREATE UNIQUE INDEX "preview_link_hash_key" ON "preview_link"("hash");

-- CreateIndex
CREATE INDEX "preview_link_articleId_createdAt_idx" ON "preview_link"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "article_note_articleId_createdAt_idx" ON "article_note"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "missed_address_lastAt_idx" ON "missed_address"("lastAt");

-- CreateIndex
CREATE INDEX "article_unpublishAt_idx" ON "article"("unpublishAt");

-- CreateIndex
CREATE INDEX "article_pinnedUntil_idx" ON "article"("pinnedUntil");

-- CreateIndex
CREATE INDEX "article_revision_list_idx" ON "article_revision"("articleId", "number", "kind", "version", "authorId", "createdAt", "savedAt", "wordCount", "id", "title");

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_note" ADD CONSTRAINT "article_note_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_lock" ADD CONSTRAINT "article_lock_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
