import type { Standing } from './areaSaving';

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

const lackingWords = {
  level: 'Not saved yet: a level is still needed.',
  reason: 'Level chosen, a reason is still needed.',
  link: 'Not saved yet: a link to evidence is not complete.',
  measure: 'Not saved yet: a measure is not filled in correctly.',
} satisfies Record<Extract<Standing, { kind: 'lacking' }>['what'], string>;

const keptWords = (kept: boolean): string =>
  kept ? 'Kept on this device.' : 'This device keeps nothing for Assured: leave this page open until it is saved.';

/** Where what was typed stands: 'Saved 14:32' only once the server has answered. Empty where nothing was typed. */
export const savingWords = (standing: Standing, kept: boolean): string => {
  switch (standing.kind) {
    case 'untouched':
      return '';
    case 'saved':
      return `Saved ${time.format(standing.at)}`;
    case 'saving':
      return 'Saving …';
    case 'lacking':
      return `${lackingWords[standing.what]} ${keptWords(kept)}`;
    case 'offline':
      return kept
        ? 'You are offline: kept on this device, will be saved when you are back.'
        : `You are offline. ${keptWords(kept)}`;
    case 'overtaken':
    case 'waiting':
    case 'failed':
      return kept ? 'Not saved yet: kept on this device.' : `Not saved yet. ${keptWords(kept)}`;
  }
};

/** What is worth hearing without having asked: not every pause in the typing. */
export const savingNews = (area: string, { kind }: Standing, kept: boolean): string | undefined => {
  if (kind === 'saved') return `${area} is saved`;
  if (kind !== 'offline') return undefined;
  return kept
    ? `${area}: no connection, what you typed is kept here`
    : `${area}: no connection, and nothing is kept here`;
};
