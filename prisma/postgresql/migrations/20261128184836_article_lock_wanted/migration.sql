-- AlterTable
ALTER TABLE "article_lock" ADD COLUMN     "wantedAt" BIGINT,
ADD COLUMN     "wantedBy" TEXT,
ADD COLUMN     "wantedName" TEXT;
