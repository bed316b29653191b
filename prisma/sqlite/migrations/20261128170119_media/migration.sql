-- AlterTable
ALTER TABLE "article_revision" ADD COLUMN "cover" TEXT;

-- AlterTable
ALTER TABLE "media" ADD COLUMN "colour" TEXT;
ALTER TABLE "media" ADD COLUMN "focus" TEXT;

-- CreateTable
CREATE TABLE "media_use" (
    "mediaId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,

    PRIMARY KEY ("mediaId", "revisionId")
);
