import { DeliveryUnavailable } from '../../../shared/application/ports/delivery';
import { Administration } from '../../../shared/schema/views';
import { Work } from '../../../shared/schema/views';
import { ada, callerNames, callers } from '../../support/builders/people';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { ask, createRecordedLog, partsFor, routeNamed } from './asking';
import { examples, type RouteName } from './requests';
import { statusOf } from './statuses';

const away = (): Promise<never> => Promise.reject(new DeliveryUnavailable('Azure Storage cannot be reached.', 10));

/** The tables and the queue do not answer; the lists do. */
const withoutStorage = (trust: TestTrust): TestTrust => ({
  ...trust,
  notifier: { ...trust.notifier, announce: away, deliver: away },
  conversations: { get: away, put: away, add: away, serviceUrl: away },
  sentCards: { forMatter: away, inState: away, claim: away, save: away },
  announcements: { all: away, record: away, recordFailed: away },
  failedMessages: { all: away, resend: away },
});

/** What is about nothing but messages, for those who get to ask for it. Whatever stands not here works on. */
const aboutMessages: readonly RouteName[] = [
  ...(['readDelivery', 'resendCard', 'resendFailed', 'sendReviewNow', 'sendChangeNow'] as const),
];

const names = Object.keys(examples) as RouteName[];
const asking = async (name: RouteName, as: string) => {
  const { holds, params, body } = examples[name];
  const log = createRecordedLog();
  const parts = partsFor(withoutStorage(await createTrust(holds)), { log });
  return { log, answer: await ask(parts, routeNamed(name), { params, as, ...(body && { body }) }) };
};

it.each(names)('while storage is away, %s is answered as ever, or says so in words', async (name) => {
  for (const caller of callerNames) {
    const { answer } = await asking(name, callers[caller].id);
    const usual = statusOf(name, caller);
    const expected = aboutMessages.includes(name) && usual < 300 ? 503 : usual;
    expect([caller, answer.status]).toEqual([caller, expected]);
  }
});

it('what cannot be done says what is the matter and when to come back', async () => {
  const { log, answer } = await asking('readDelivery', ada.id);
  expect(answer).toMatchObject({
    status: 503,
    body: { code: 'delivery.unavailable', status: 503, title: 'Please try again shortly' },
  });
  expect(answer.headers.get('retry-after')).toBe('10');
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(JSON.stringify(answer.body)).toContain('The list of messages cannot be read at the moment.');
  expect(log.lines).toEqual([expect.objectContaining({ event: 'http.fault' })]);
});

it('an administrator’s work and pages say that nobody knows of messages, and not that all is well', async () => {
  const work = Work.parse((await asking('readWork', ada.id)).answer.body);
  expect(work.items).toEqual([
    expect.objectContaining({ id: 'deliveries', detail: 'The list of messages cannot be read at the moment' }),
  ]);
  const page = Administration.parse((await asking('readAdministration', ada.id)).answer.body);
  expect(page).toMatchObject({ undelivered: [], undeliveredUnknown: true });
  expect(page.people.length).toBeGreaterThan(5);
});
