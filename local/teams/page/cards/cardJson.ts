import { z } from 'zod';

const Json: z.ZodType<Record<string, unknown>> = z.record(z.string(), z.unknown());

const Card = z.looseObject({
  type: z.literal('AdaptiveCard'),
  version: z.string().optional(),
  fallbackText: z.string().optional(),
  refresh: z
    .looseObject({
      action: z.looseObject({
        type: z.literal('Action.Execute'),
        id: z.string().optional(),
        verb: z.string().optional(),
        data: z.unknown().optional(),
      }),
      userIds: z.array(z.string()).optional(),
    })
    .optional(),
});
export type Card = z.infer<typeof Card>;

/** A card that Teams accepts from a bot, or nothing. */
export const cardFrom = (content: unknown): Card | undefined => {
  const card = Card.safeParse(content);
  return card.success ? card.data : undefined;
};

/** Bots may send 1.5 at most (facts §4.1); of a newer card only its fallback text is shown. */
export const isTooNew = (card: Card): boolean => {
  const [major = 1, minor = 0] = (card.version ?? '1.0').split('.').map(Number);
  return major > 1 || minor > 5;
};

/** Whether Teams asks for this viewer's own card by itself; without a list it does in a personal chat (facts §4.3). */
export const refreshesFor = (card: Card, memberId: string): boolean =>
  card.refresh !== undefined && (card.refresh.userIds === undefined || card.refresh.userIds.includes(memberId));

/** The card with what the viewer has typed so far, for rendering it again in another theme. */
export const withInputValues = (value: unknown, typed: ReadonlyMap<string, unknown>): unknown => {
  if (Array.isArray(value)) return value.map((item) => withInputValues(item, typed));
  const object = Json.safeParse(value);
  if (!object.success) return value;
  const copy = Object.fromEntries(
    Object.entries(object.data).map(([key, item]) => [key, withInputValues(item, typed)]),
  );
  const { type, id } = copy;
  const isInput = typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string';
  return isInput && typed.get(id) !== undefined ? { ...copy, value: typed.get(id) } : copy;
};
