-- CreateTable
CREATE TABLE "public_piece_search" (
    "number" BIGINT NOT NULL,
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "public_piece_search_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "public_comment_search" (
    "number" BIGINT NOT NULL,
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "public_comment_search_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "comment_search" (
    "number" BIGINT NOT NULL,
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "comment_search_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "public_search_word" (
    "word" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "tail" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,

    CONSTRAINT "public_search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE UNIQUE INDEX "public_piece_search_id_key" ON "public_piece_search"("id");

-- CreateIndex
CREATE INDEX "public_piece_search_articleId_idx" ON "public_piece_search"("articleId");

-- CreateIndex
CREATE INDEX "public_piece_search_language_idx" ON "public_piece_search"("language");

-- CreateIndex
CREATE UNIQUE INDEX "public_comment_search_id_key" ON "public_comment_search"("id");

-- CreateIndex
CREATE INDEX "public_comment_search_articleId_idx" ON "public_comment_search"("articleId");

-- CreateIndex
CREATE INDEX "public_comment_search_language_idx" ON "public_comment_search"("language");

-- CreateIndex
CREATE UNIQUE INDEX "comment_search_id_key" ON "comment_search"("id");

-- CreateIndex
CREATE INDEX "comment_search_articleId_idx" ON "comment_search"("articleId");

-- CreateIndex
CREATE INDEX "comment_search_language_idx" ON "comment_search"("language");

-- CreateIndex
CREATE INDEX "public_search_word_head_idx" ON "public_search_word"("head");

-- CreateIndex
CREATE INDEX "public_search_word_tail_idx" ON "public_search_word"("tail");

-- Full-text index, by hand
CREATE TABLE "public_piece_search_index" (
    "number" BIGINT NOT NULL,
    "tokens" tsvector NOT NULL,

    CONSTRAINT "public_piece_search_index_pkey" PRIMARY KEY ("number")
);
CREATE INDEX "public_piece_search_index_tokens_idx" ON "public_piece_search_index" USING gin ("tokens");

-- Full-text index, by hand
CREATE TABLE "public_comment_search_index" (
    "number" BIGINT NOT NULL,
    "tokens" tsvector NOT NULL,

    CONSTRAINT "public_comment_search_index_pkey" PRIMARY KEY ("number")
);
CREATE INDEX "public_comment_search_index_tokens_idx" ON "public_comment_search_index" USING gin ("tokens");

-- Full-text index, by hand
CREATE TABLE "comment_search_index" (
    "number" BIGINT NOT NULL,
    "tokens" tsvector NOT NULL,

    CONSTRAINT "comment_search_index_pkey" PRIMARY KEY ("number")
);
CREATE INDEX "comment_search_index_tokens_idx" ON "comment_search_index" USING gin ("tokens");
