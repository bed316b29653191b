-- AlterTable
ALTER TABLE "article_revision" ADD COLUMN "canonicalUrl" TEXT;
ALTER TABLE "article_revision" ADD COLUMN "notes" TEXT;
ALTER TABLE "article_revision" ADD COLUMN "series" TEXT;
ALTER TABLE "article_revision" ADD COLUMN "translationOf" TEXT;

-- CreateTable
CREATE TABLE "series" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "article_series" (
    "articleId" TEXT NOT NULL PRIMARY KEY,
    "seriesId" TEXT NOT NULL,
    CONSTRAINT "article_series_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "article_series_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "series" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "article_translation" (
    "articleId" TEXT NOT NULL PRIMARY KEY,
    "originalId" TEXT NOT NULL,
    CONSTRAINT "article_translation_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "series_slug_key" ON "series"("slug");

-- CreateIndex
CREATE INDEX "article_series_seriesId_articleId_idx" ON "article_series"("seriesId", "articleId");

-- CreateIndex
CREATE INDEX "article_translation_originalId_idx" ON "article_translation"("originalId");
