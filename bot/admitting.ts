import type { PersonId } from '../shared/schema/ids';
import type { BotHandlers } from './botService';
import { renderNotice } from './cards/noticeCard';

/** Whether there is room for one more request of this person's. */
export type Admit = (person: PersonId, effort: 'reading' | 'writing') => Promise<boolean>;

const tooMuch =
  'That was more than Assured takes from one person in a minute. Nothing was changed. Please wait a moment.';

/**
 * Handlers behind a limit for each person. What somebody writes beyond it gets no answer: an answer to each message of
 * a flood would be a flood of our own. Installations are news, and always taken.
 */
export const admitting = (admit: Admit, handlers: BotHandlers): BotHandlers => ({
  ...handlers,
  onMessage: async (message) => ((await admit(message.person, 'writing')) ? handlers.onMessage(message) : []),
  onMessageAmongOthers: async (person) =>
    (await admit(person, 'writing')) ? handlers.onMessageAmongOthers(person) : [],
  async onCardAction(action) {
    const effort = action.trigger === 'automatic' ? 'reading' : 'writing';
    return (await admit(action.person, effort)) ? handlers.onCardAction(action) : { kind: 'message', text: tooMuch };
  },
  async onSharedView(view) {
    if (await admit(view.person, 'reading')) return handlers.onSharedView(view);
    return { card: renderNotice({ tone: 'refused', text: tooMuch }), summary: tooMuch };
  },
  onSharedAsked: async (view) => ((await admit(view.person, 'writing')) ? handlers.onSharedAsked(view) : undefined),
  async onSearch(search) {
    if (await admit(search.person, 'reading')) return handlers.onSearch(search);
    return { composeExtension: { type: 'message', text: tooMuch } };
  },
});
