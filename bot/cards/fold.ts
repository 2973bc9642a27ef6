import type { Element } from './adaptiveCard';

/**
 * What a decision can be taken without, under a button that unfolds it in its place: the buttons that decide stay on a
 * phone's screen. The title says both, 'Show or hide …', because no client tells a screen reader which of them it does.
 * `matter` tells the cards of a chat apart: clients keep the ids of elements beside those of other cards.
 */
export const fold = (title: string, matter: string, items: readonly Element[]): Element[] => {
  const id = `folded-${matter.replace(/[^\w-]/g, '-')}`;
  return [
    {
      type: 'ActionSet',
      spacing: 'small',
      actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [id] }],
    },
    { type: 'Container', id, isVisible: false, items },
  ];
};
