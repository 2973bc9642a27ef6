import { once } from '../../functions/once';

it('makes it once, however many ask at the same time', async () => {
  const make = jest.fn(async () => ({}));
  const made = once(make);
  const [first, second] = await Promise.all([made(), made()]);
  expect(first).toBe(second);
  expect(await made()).toBe(first);
  expect(make).toHaveBeenCalledTimes(1);
});

it('tells everybody who waited of the failure, and makes it anew for the next', async () => {
  const make = jest.fn<Promise<string>, []>();
  make.mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce('made');
  const made = once(make);
  const waiting = [made(), made()];
  await expect(waiting[0]).rejects.toThrow('away');
  await expect(waiting[1]).rejects.toThrow('away');
  expect(await made()).toBe('made');
  expect(make).toHaveBeenCalledTimes(2);
});
