-- AlterTable
ALTER TABLE "article" ADD COLUMN "liveAt" BIGINT;
