/** "To come": what a writer means to fill in before it is published. Capitals only; `TK`, `TKTK`, `TK:`. */
export const TK_MARKER = /(?<![\p{L}\p{N}])(?:TK)+(?![\p{L}\p{N}])/gu
