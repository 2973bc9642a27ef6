import { readAdministration } from '../../../shared/application/readAdministration';
import { setDeliveryPolicy } from '../../../shared/application/setDeliveryPolicy';
import { SetDeliveryPolicy } from '../../../shared/schema/commands';
import { now, settings } from '../../support/builders/calendar';
import { toSetDelivery } from '../../support/builders/commands';
import { commandId } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { ada, cora } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';

const usual = settings.delivery;
const until17 = { ...usual, until: '17:00' };

it('is shown with who set it and when, and as it came before anybody did', async () => {
  const trust = await createTrust();
  expect(valueOf(await readAdministration(trust)(ada.id)).delivery).toEqual({ policy: usual });
  const set = valueOf(await setDeliveryPolicy(trust)(ada.id, toSetDelivery()));
  expect(set).toMatchObject({ policy: until17, set: { by: { name: 'Ada Admin' }, at: now } });
  expect(valueOf(await readAdministration(trust)(ada.id)).delivery).toEqual(set);
});

it('is the administrator’s alone', async () => {
  const trust = await createTrust();
  expect(outcomeOf(await setDeliveryPolicy(trust)(cora.id, toSetDelivery()))).toBe('notAllowed');
  expect(valueOf(await readAdministration(trust)(ada.id)).delivery.policy).toEqual(usual);
});

it('is refused on settings that somebody else has changed since', async () => {
  const trust = await createTrust();
  await setDeliveryPolicy(trust)(ada.id, toSetDelivery());
  const other = toSetDelivery({ commandId: commandId('another'), delivery: { ...usual, from: '08:00' } });
  expect(outcomeOf(await setDeliveryPolicy(trust)(ada.id, other))).toBe('delivery.changed-since');
  expect(valueOf(await readAdministration(trust)(ada.id)).delivery.policy).toEqual(until17);
});

it('arriving twice is one', async () => {
  const trust = await createTrust();
  await setDeliveryPolicy(trust)(ada.id, toSetDelivery());
  const [before] = (await trust.store.rows('settings')).filter(({ key }) => key === 'trust');
  expect(outcomeOf(await setDeliveryPolicy(trust)(ada.id, toSetDelivery()))).toBe('accepted');
  const [after] = (await trust.store.rows('settings')).filter(({ key }) => key === 'trust');
  expect(after?.version).toBe(before?.version);
});

it('two at the same moment: the first counts, the other is told', async () => {
  const trust = await createTrust();
  const other = toSetDelivery({ commandId: commandId('another'), delivery: { ...usual, digestFrom: 9 } });
  const outcomes = await Promise.all([
    setDeliveryPolicy(trust)(ada.id, toSetDelivery()),
    setDeliveryPolicy(trust)(ada.id, other),
  ]);
  expect(outcomes.map(outcomeOf).sort()).toEqual(['accepted', 'delivery.changed-since']);
});

it.each([
  ['hours that end before they begin', { ...usual, from: '17:00', until: '09:00' }],
  ['hours of no length', { ...usual, from: '09:00', until: '09:00' }],
  ['a time that is none', { ...usual, from: '25:00' }],
  ['no school days to wait', { ...usual, within: { ...usual.within, approve: 0 } }],
  ['a digest of one', { ...usual, digestFrom: 1 }],
])('cannot be %s', (_, delivery) => {
  expect(SetDeliveryPolicy.safeParse(toSetDelivery()).success).toBe(true);
  expect(SetDeliveryPolicy.safeParse(toSetDelivery({ delivery })).success).toBe(false);
});
