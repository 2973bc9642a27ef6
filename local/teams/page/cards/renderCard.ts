import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction, type Action } from 'adaptivecards';
import type { ClientAction } from '../../shapes';
import type { TeamsTheme } from '../host/surface';
import { hostConfigFor } from './hostConfig';
import { markdownToHtml } from './markdown';

/** What a viewer does with a card, once its inputs have passed the renderer's own checks. */
export type CardTurn =
  { kind: 'execute'; action: ClientAction } | { kind: 'submit'; data: unknown } | { kind: 'link'; url: string };

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

const executed = (action: ExecuteAction): ClientAction => ({
  type: 'Action.Execute',
  ...(action.id === undefined ? {} : { id: action.id }),
  ...(action.verb === undefined ? {} : { verb: action.verb }),
  data: action.data,
});

const turnOf = (action: Action): CardTurn | undefined => {
  if (action instanceof ExecuteAction) return { kind: 'execute', action: executed(action) };
  if (action instanceof SubmitAction) return { kind: 'submit', data: action.data };
  if (action instanceof OpenUrlAction && action.url) return { kind: 'link', url: action.url };
  return undefined;
};

export interface RenderedCard {
  readonly element: HTMLElement;
  /** What has been typed so far, by input id. */
  typed(): ReadonlyMap<string, unknown>;
}

/** Renders with the real Adaptive Cards renderer; nothing where it cannot make anything of the card. */
export const renderCard = (
  card: unknown,
  theme: TeamsTheme,
  onTurn: (turn: CardTurn) => void,
): RenderedCard | undefined => {
  const rendered = new AdaptiveCard();
  rendered.hostConfig = new HostConfig(hostConfigFor(theme));
  rendered.onExecuteAction = (action) => {
    const turn = turnOf(action);
    if (turn !== undefined) onTurn(turn);
  };
  rendered.parse(card);
  const element = rendered.render();
  if (element === undefined) return undefined;
  return {
    element,
    typed: () => new Map(rendered.getAllInputs().map((input) => [input.id ?? '', input.value])),
  };
};
