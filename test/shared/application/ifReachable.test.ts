import { ifReachable } from '../../../shared/application/ifReachable';
import { DeliveryUnavailable } from '../../../shared/application/ports/delivery';

it('is the answer, or nothing where what is kept of messages is away', async () => {
  expect(await ifReachable(Promise.resolve([]))).toEqual([]);
  expect(await ifReachable(Promise.reject(new DeliveryUnavailable('Away.', 10)))).toBeUndefined();
});

it('hides no other fault', async () => {
  await expect(ifReachable(Promise.reject(new TypeError('a mistake')))).rejects.toThrow('a mistake');
});
