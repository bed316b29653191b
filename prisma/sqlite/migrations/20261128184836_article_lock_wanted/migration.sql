-- AlterTable
ALTER TABLE "article_lock" ADD COLUMN "wantedAt" BIGINT;
ALTER TABLE "article_lock" ADD COLUMN "wantedBy" TEXT;
ALTER TABLE "article_lock" ADD COLUMN "wantedName" TEXT;
