import { createFakeStore } from '../support/fakeStore';
import { describeStore } from './store';

describeStore('The fake store', async () => {
  const store = createFakeStore();
  return { store, handEdit: async (kind, key) => store.handEdit(kind, key) };
});
