-- AlterTable
ALTER TABLE "article" ADD COLUMN     "kind" TEXT;

-- CreateIndex
CREATE INDEX "article_featuredAt_idx" ON "article"("featuredAt");
