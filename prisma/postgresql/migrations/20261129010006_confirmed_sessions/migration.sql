-- AlterTable
ALTER TABLE "session" ADD COLUMN     "confirmedAt" BIGINT;

-- AlterTable
ALTER TABLE "second_step" ADD COLUMN     "begunBy" TEXT;
