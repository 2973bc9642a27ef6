import { z } from 'zod';
import type { FrameActions } from './actions';
import { sdkError, type Calls } from './protocol';
import type { Surface } from './surface';

const Wanted = z.object({ title: z.string().nullish(), singleSelect: z.boolean().nullish() }).nullish();

/** The people picker: Teams' own search over the whole organisation. In a side panel teams-js itself refuses it. */
export const peopleCalls = (surface: () => Surface, actions: FrameActions): Calls => ({
  'people.selectPeople': async ([given]) => {
    const wanted = Wanted.safeParse(given);
    const isThere = ['content', 'task'].includes(surface().frameContext);
    if (!wanted.success || !isThere) return [sdkError(4000, 'The people picker cannot be opened so.'), undefined];
    const single = wanted.data?.singleSelect === true;
    const picked = await actions.pickPeople({ title: wanted.data?.title ?? undefined, single });
    return picked === undefined ? [sdkError(8000, 'The people picker was closed.'), undefined] : [null, [...picked]];
  },
});
