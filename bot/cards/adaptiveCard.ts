import { clip } from './text';

/** The part of Adaptive Cards 1.5 that Assured's cards are made of: 1.5 is the newest that Teams takes from a bot. */

export type Colour = 'default' | 'accent' | 'good' | 'warning' | 'attention';
export type Spacing = 'none' | 'small' | 'default' | 'medium' | 'large';

interface Placed {
  readonly spacing?: Spacing;
  readonly separator?: boolean;
}

interface Lettering {
  readonly size?: 'small' | 'default' | 'medium' | 'large';
  readonly weight?: 'default' | 'bolder';
  readonly color?: Colour;
  readonly isSubtle?: boolean;
}

/** Its text is read as markdown: only `escapeMarkdown` may make it. */
export interface TextBlock extends Placed, Lettering {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
}

/** Never read as markdown. */
export interface TextRun extends Lettering {
  readonly type: 'TextRun';
  readonly text: string;
}

export interface RichTextBlock extends Placed {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface Container extends Placed {
  readonly type: 'Container';
  readonly id?: string;
  readonly isVisible?: false;
  readonly items: readonly Element[];
  readonly style?: 'default' | 'emphasis' | 'good' | 'warning' | 'attention';
  readonly selectAction?: OpenUrl;
}

export interface Column {
  readonly type: 'Column';
  readonly width: 'auto' | 'stretch';
  readonly items: readonly Element[];
  readonly verticalContentAlignment?: 'center';
}

export interface ColumnSet extends Placed {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
  readonly selectAction?: OpenUrl;
}

interface Input {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
}

export interface InputText extends Input, Placed {
  readonly type: 'Input.Text';
  readonly isMultiline: boolean;
  readonly maxLength: number;
}

/** Days are `YYYY-MM-DD`. */
export interface InputDate extends Input, Placed {
  readonly type: 'Input.Date';
  readonly value: string;
  readonly max: string;
}

/** Buttons among the elements; those that decide stand under the card instead. */
export interface ActionSet extends Placed {
  readonly type: 'ActionSet';
  readonly actions: readonly ToggleVisibility[];
}

export type Element = TextBlock | RichTextBlock | Container | ColumnSet | ActionSet | InputText | InputDate;

type Data = Readonly<Record<string, unknown>>;
type ActionStyle = 'default' | 'positive' | 'destructive';

export interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: Data;
  readonly style?: ActionStyle;
}

/** Clients without universal actions show `fallback` instead. */
export interface Execute {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: Data;
  readonly style?: ActionStyle;
  readonly fallback: Submit;
}

export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/** A button that unfolds a small card under the buttons. */
export interface ShowCard {
  readonly type: 'Action.ShowCard';
  readonly title: string;
  readonly card: {
    readonly type: 'AdaptiveCard';
    readonly body: readonly Element[];
    readonly actions: readonly Action[];
  };
}

/** Shows or hides elements of the same card; nothing is sent. */
export interface ToggleVisibility {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  /** Their ids. */
  readonly targetElements: readonly string[];
}

export type Action = Execute | Submit | OpenUrl | ShowCard;

/** Asked of the bot by the clients of those named, at most 60 of them, whenever they look at the card (facts §4.3). */
export interface Refresh {
  readonly action: {
    readonly type: 'Action.Execute';
    readonly title: string;
    readonly verb: string;
    readonly data: Data;
  };
  /** `29:` ids. Absent: everybody's client asks, in chats of at most 60 people. */
  readonly userIds?: readonly string[];
}

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  /** What a client shows that cannot show the card. */
  readonly fallbackText: string;
  readonly refresh?: Refresh;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}

/** A whole card. No buttons, no `actions`. */
export const adaptiveCard = (
  fallbackText: string,
  body: readonly Element[],
  actions: readonly Action[] = [],
): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: clip(fallbackText, 200),
  body,
  ...(actions.length > 0 && { actions }),
});
