-- AlterTable
ALTER TABLE "article" ADD COLUMN "language" TEXT;

-- Of the pieces that are there already
UPDATE "article" SET "language" = (
  SELECT "language" FROM "article_revision"
  WHERE "article_revision"."id" = COALESCE("article"."liveRevisionId", "article"."draftRevisionId"));

-- CreateIndex
CREATE INDEX "article_language_id_idx" ON "article"("language", "id");
