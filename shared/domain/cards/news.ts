/** Older than this, what happened is no news: a trust that brings its history in sends nobody a card about it. */
const newsDays = 14;

export const isNews = (at: string, now: string): boolean =>
  Date.parse(now) - Date.parse(at) <= newsDays * 24 * 60 * 60 * 1000;
