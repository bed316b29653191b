-- AlterTable
ALTER TABLE "article" ADD COLUMN "addressPublicAt" BIGINT;

-- What was public counts as known at the address it has: where it was moved since, nobody noted it.
UPDATE "article" SET "addressPublicAt" = "firstPublishedAt";
