-- AlterTable
ALTER TABLE "article_revision" ADD COLUMN     "canonicalUrl" TEXT,
ADD COLUMN     "notes" TEXT,
ADD COLUMN     "series" TEXT,
ADD COLUMN     "translationOf" TEXT;

-- CreateTable
CREATE TABLE "series" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_series" (
    "articleId" TEXT NOT NULL,
    "seriesId" TEXT NOT NULL,

    CONSTRAINT "article_series_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "article_translation" (
    "articleId" TEXT NOT NULL,
    "originalId" TEXT NOT NULL,

    CONSTRAINT "article_translation_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE UNIQUE INDEX "series_slug_key" ON "series"("slug");

-- CreateIndex
CREATE INDEX "article_series_seriesId_articleId_idx" ON "article_series"("seriesId", "articleId");

-- CreateIndex
CREATE INDEX "article_translation_originalId_idx" ON "article_translation"("originalId");

-- AddForeignKey
ALTER TABLE "article_series" ADD CONSTRAINT "article_series_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_series" ADD CONSTRAINT "article_series_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_translation" ADD CONSTRAINT "article_translation_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
