/** How long an answer is good for, and how often an open page asks anew, in milliseconds. */
export const minute = 60_000;
/** What a decision in chat or a colleague may change while the page is open. */
export const live = 30_000;
