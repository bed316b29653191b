-- CreateTable
CREATE TABLE "account_letter" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "nextAt" BIGINT NOT NULL,
    "attempts" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "account_letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "account_letter_nextAt_idx" ON "account_letter"("nextAt");
