import type { Element } from './adaptiveCard';

/** One fold on a card, so one id. */
const folded = 'folded';

/**
 * What a decision can be taken without, under a button that unfolds it in its place: the buttons that decide stay on a
 * phone's screen. Nothing to fold, no button.
 */
export const fold = (title: string, items: readonly Element[]): Element[] =>
  items.length === 0
    ? []
    : [
        {
          type: 'ActionSet',
          spacing: 'medium',
          actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [folded] }],
        },
        { type: 'Container', id: folded, isVisible: false, items },
      ];
