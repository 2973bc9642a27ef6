/** More academies than this, and only those in sight are drawn: below it drawing all of them takes no time to speak of. */
export const drawnWhole = 60;

/** How many are drawn at once, before the others: about as many as a window shows. */
export const drawnFirst = 16;
