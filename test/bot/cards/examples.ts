import { GoneCard, type Mark } from '../../../shared/schema/card';
import { createDeepLink } from '../../../bot/cards/deepLink';

/** Cards named after the state that they show. All people and schools are invented. */

export const deepLink = createDeepLink({
  teamsAppId: 'a55e0000-0000-4000-8000-00000000000a',
  tabOrigin: 'https://assured.example',
});
export const options = { deepLink };

export const assured: Mark = { word: 'Assured', symbol: '✓', tone: 'good' };
export const actions: Mark = { word: 'Actions in place', symbol: '◐', tone: 'caution' };
export const intervention: Mark = { word: 'Intervention required', symbol: '!', tone: 'critical' };
export const repair: Mark = { word: 'Repair', symbol: '◔', tone: 'caution' };
export const improve: Mark = { word: 'Improve', symbol: '◑', tone: 'steady' };

export const gone = GoneCard.parse({
  card: 'gone',
  headline: 'This card is no longer yours',
  why: 'You receive this because your role in the trust has changed.',
  subPageId: 'work',
});

/** Words as long as a schema lets them be: the worst examples have such in every place, in nasty characters. */
export const long = (max: number, piece: string): string => piece.repeat(Math.ceil(max / piece.length)).slice(0, max);
