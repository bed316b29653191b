-- AlterTable
ALTER TABLE "article_revision" ADD COLUMN     "cover" TEXT;

-- AlterTable
ALTER TABLE "media" ADD COLUMN     "colour" TEXT,
ADD COLUMN     "focus" TEXT;

-- CreateTable
CREATE TABLE "media_use" (
    "mediaId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,

    CONSTRAINT "media_use_pkey" PRIMARY KEY ("mediaId","revisionId")
);
