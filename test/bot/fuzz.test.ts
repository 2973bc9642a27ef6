import fc from 'fast-check';
import { commentInputs } from '../../bot/cards/decisions';
import { refreshVerb } from '../../bot/cards/refresh';
import { sharedVerb } from '../../bot/cards/sharedCard';
import { readArrival, Activity } from '../../bot/activity';
import { atApprove } from '../support/builders/changes';
import { hazel, cora } from '../support/builders/people';
import { change, onChange, onReview, review } from './pressing';
import { activity, pressed, signingForAll, submitted, tenantId, written } from './teams';
import { startBot } from './trust';

jest.setTimeout(300_000);
const signing = signingForAll();

const perMinute = { reading: 1_000_000, writing: 1_000_000 };
const marker = '<script>alert(1)</script>';
const odd = fc.oneof(
  fc.constantFrom('', '__proto__', 'constructor', marker, '[x](javascript:alert(1))', '<at>x</at>', '{{x}}', '?'),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
);
const anyJson = fc.oneof(odd, fc.jsonValue({ maxDepth: 3 }));
const changed = (given: Record<string, unknown>) =>
  fc
    .tuple(
      fc.record(
        Object.fromEntries(
          Object.entries(given).map(([key, value]) => [
            key,
            fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: anyJson }),
          ]),
        ),
        { requiredKeys: [] },
      ),
      fc.dictionary(odd, anyJson, { maxKeys: 2 }),
    )
    .map(([known, more]): Record<string, unknown> => ({ ...known, ...more }));

const verbs = [...Object.keys(commentInputs), refreshVerb, sharedVerb];
const cardData = fc.oneof(
  changed({ ...onReview, verb: 'review.signOff', signOffComment: 'Thank you', kind: 'reviews', key: 'x', slot: 'y' }),
  changed({ ...onChange, step: atApprove().step, verb: 'change.approve', approveComment: 'Yes', urn: review.urn }),
  anyJson,
);
const bodies = fc.oneof(
  fc
    .record({ verb: fc.oneof(fc.constantFrom(...verbs), odd), data: cardData })
    .map((action): Record<string, unknown> => pressed(action)),
  cardData.map((value) => submitted(value)),
  odd.map((text) => written(text)),
  fc
    .oneof(
      changed({
        commandId: 'find',
        parameters: [{ name: 'text', value: 'alder' }],
        queryOptions: { skip: 0, count: 5 },
      }),
      anyJson,
    )
    .map((value) => activity({ type: 'invoke', name: 'composeExtension/query', value })),
);

it('whatever somebody writes, presses or searches gets an ordinary answer, and never a fault', async () => {
  const running = await startBot(signing, { reviews: [review], changes: [change], perMinute });
  await fc.assert(
    fc.asyncProperty(bodies, fc.constantFrom(hazel, cora), async (body, person) => {
      const { status, fault } = await running.from(person, body);
      expect({ status, fault }).toEqual({ status: 200, fault: undefined });
    }),
    { numRuns: 2_000 },
  );
  const said = JSON.stringify(running.chat.sent.map(({ card }) => card));
  expect(said).not.toMatch(/"url":"(?!https:\/\/)/);
});

it('whatever arrives as an activity is refused as none, or read without a fault', () => {
  const whole = { ...pressed({ verb: 'review.signOff', data: onReview }), channelData: { tenant: { id: tenantId } } };
  let read = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 5, arbitrary: changed(whole) }, { weight: 1, arbitrary: anyJson }), (given) => {
      const parsed = Activity.safeParse(given);
      if (!parsed.success) return;
      read += 1;
      expect(typeof readArrival(parsed.data, tenantId).kind).toBe('string');
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(100);
});
