-- AlterTable
ALTER TABLE "article_revision" ADD COLUMN     "tags" TEXT NOT NULL DEFAULT '[]';
