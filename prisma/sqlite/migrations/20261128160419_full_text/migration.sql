-- CreateTable
CREATE TABLE "public_piece_search" (
    "number" BIGINT NOT NULL PRIMARY KEY,
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "public_comment_search" (
    "number" BIGINT NOT NULL PRIMARY KEY,
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "comment_search" (
    "number" BIGINT NOT NULL PRIMARY KEY,
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "public_search_word" (
    "word" TEXT NOT NULL PRIMARY KEY,
    "head" TEXT NOT NULL,
    "tail" TEXT NOT NULL,
    "documents" INTEGER NOT NULL
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
CREATE VIRTUAL TABLE "public_piece_search_index" USING fts5("title", "lead", "body", "words", content = '', contentless_delete = 1, tokenize = 'ascii');

-- Full-text index, by hand
CREATE VIRTUAL TABLE "public_comment_search_index" USING fts5("title", "lead", "body", "words", content = '', contentless_delete = 1, tokenize = 'ascii');

-- Full-text index, by hand
CREATE VIRTUAL TABLE "comment_search_index" USING fts5("title", "lead", "body", "words", content = '', contentless_delete = 1, tokenize = 'ascii');
